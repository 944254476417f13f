import { createHash } from 'node:crypto'
import { z } from 'zod'
import { PlatformError } from '../../../src/platform/errors.ts'
import type { Saying } from '../connection/link.ts'
import { type MediaKind, type Medium, mostBytes } from '../lanes/lane.ts'

const CHUNK_BYTES = 512 * 1024

const begun = z.object({ upload_id: z.string().min(1) })
const done = z.object({ media_id: z.string().min(1) })

/** Sends a picture or a file up in pieces, one after the other: WeCom trips over many at once. Answers its media id. */
export async function upload(
  say: (saying: Saying) => Promise<unknown>,
  medium: Medium,
  kind: MediaKind,
): Promise<string> {
  const bytes = Buffer.from(medium.bytes)
  if (bytes.length === 0 || bytes.length > mostBytes[kind])
    throw new PlatformError('rejected', `aibot_upload_media_init: ${bytes.length} bytes as ${kind}`)
  const ask = (step: 'init' | 'chunk' | 'finish', body: object) =>
    say({ cmd: `aibot_upload_media_${step}`, body, twice: 'nothing' })

  const total_chunks = Math.ceil(bytes.length / CHUNK_BYTES)
  const md5 = createHash('md5').update(bytes).digest('hex')
  const init = { type: kind, filename: medium.filename, total_size: bytes.length, total_chunks, md5 }
  const { upload_id } = understood(begun, await ask('init', init))
  for (let chunk_index = 0; chunk_index < total_chunks; chunk_index++) {
    const start = chunk_index * CHUNK_BYTES
    const base64_data = bytes.subarray(start, start + CHUNK_BYTES).toString('base64')
    await ask('chunk', { upload_id, chunk_index, base64_data })
  }
  return understood(done, await ask('finish', { upload_id })).media_id
}

function understood<T>(shape: z.ZodType<T>, answer: unknown): T {
  const read = shape.safeParse(answer)
  if (!read.success) throw new PlatformError('unavailable', "aibot_upload_media: the answer is not WeCom's")
  return read.data
}
