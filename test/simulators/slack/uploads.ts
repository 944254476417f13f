import { jsonReply, type Reply } from '../shared/reply.ts'
import { failed } from './reply.ts'
import type { Side } from './side.ts'

/** Takes the bytes of a file: in a form's field, or as the body itself. */
export async function takeUpload(side: Side, id: string, body: Buffer, contentType: string): Promise<Reply> {
  const failure = side.tempers.take('upload')
  if (failure !== undefined && failure.afterEffect === undefined) return failed(side, failure)
  const file = side.workspace.files.get(id)
  if (file === undefined) return jsonReply(404, { ok: false, error: 'file_not_found' })
  const content = contentType.startsWith('multipart/form-data') ? await fileIn(body, contentType) : new Uint8Array(body)
  if (content === null || content.length !== file.length) {
    side.recording.unexpected.push(`upload: ${content?.length ?? 'no'} bytes came where ${file.length} were announced`)
    return jsonReply(400, { ok: false, error: 'invalid_upload' })
  }
  file.content = content
  if (failure !== undefined) return failed(side, failure)
  return { kind: 'answer', status: 200, headers: { 'content-type': 'text/plain' }, body: `OK - ${content.length}` }
}

async function fileIn(body: Buffer, contentType: string): Promise<Uint8Array | null> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData()
  const file = [...form.values()].find(value => value instanceof Blob)
  return file === undefined ? null : new Uint8Array(await file.arrayBuffer())
}
