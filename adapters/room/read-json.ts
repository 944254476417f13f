import { Refusal } from './refusal.ts'

/** Ample for 8,000 characters of any script, escaped in JSON. */
const MAX_BYTES = 128 * 1024

/** Reads a request's JSON and never more of it than is sensible. Throws Refusal. */
export async function readJson(request: Request): Promise<unknown> {
  const text = await readText(request)
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('malformed-json', 'The body is not JSON')
  }
}

async function readText(request: Request): Promise<string> {
  // Where the length is announced the server reads no more than that, and reading it whole is several times as fast.
  const announced = request.headers.get('content-length')
  if (announced !== null && Number(announced) <= MAX_BYTES) return request.text()
  const { body } = request
  if (!body) return ''
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.byteLength
    if (bytes > MAX_BYTES) throw new Refusal('too-large', `The body is larger than ${MAX_BYTES} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
