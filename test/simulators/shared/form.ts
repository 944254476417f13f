import type { Json } from './json.ts'

/** The fields of a multipart form; files are read. */
export async function formOf(body: Buffer, contentType: string): Promise<Json> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData()
  const fields: Record<string, unknown> = {}
  for (const [name, value] of form) {
    const isFile = value instanceof File
    fields[name] = isFile ? { name: value.name, type: value.type, content: await value.bytes() } : value
  }
  return fields
}
