import { createHash } from 'node:crypto'
import { z } from 'zod'
import { mistaken, refused } from '../answers.ts'
import { faultOf, keep, type MediaType, mediaTypes } from '../media.ts'
import type { Side } from '../side.ts'
import { command } from './command.ts'

const mostChunkBytes = 524_288
const uploadRate = { perMinute: 30, perHour: 1_000 }

interface Upload {
  readonly type: MediaType
  readonly filename: string
  readonly size: number
  readonly md5: string | null
  readonly chunks: (Buffer | null)[]
}

/** Files on their way up, by upload id. */
export type Uploads = Map<string, Upload>

export const init = command({
  takes: z.strictObject({
    type: z.enum(mediaTypes),
    filename: z.string().min(1),
    total_size: z.int().min(1),
    total_chunks: z.int().min(1).max(100),
    md5: z.string().optional(),
  }),
  run({ type, filename, total_size: size, total_chunks, md5 = null }, { uploads, pace, settings, newId }) {
    if (settings.pace === 'strict' && !pace.take('bot/uploads', uploadRate)) return refused(45009)
    const upload_id = newId('upload')
    const chunks = Array.from({ length: total_chunks }, () => null)
    uploads.set(upload_id, { type, filename, size, md5, chunks })
    return { answer: { body: { upload_id } } }
  },
})

/** Chunks are counted from 0; one that comes again takes the place of the first. */
export const chunk = command({
  takes: z.strictObject({ upload_id: z.string(), chunk_index: z.int().min(0), base64_data: z.base64() }),
  run({ upload_id, chunk_index, base64_data }, { uploads }) {
    const upload = uploads.get(upload_id)
    if (upload === undefined) return refused(40058, 'invalid upload_id')
    const data = Buffer.from(base64_data, 'base64')
    if (data.length > mostChunkBytes) return mistaken(40058, `a chunk must have at most ${mostChunkBytes} bytes`)
    if (chunk_index >= upload.chunks.length) return mistaken(40058, `there is no chunk ${chunk_index}`)
    upload.chunks[chunk_index] = data
    return { answer: {} }
  },
})

export const finish = command({
  takes: z.strictObject({ upload_id: z.string() }),
  run({ upload_id }, side) {
    const upload = side.uploads.get(upload_id)
    if (upload === undefined) return refused(40058, 'invalid upload_id')
    const { type, filename, size, md5, chunks } = upload
    const there = chunks.filter(each => each !== null)
    if (there.length < chunks.length) return mistaken(40058, 'a chunk is missing')
    const content = Buffer.concat(there)
    if (content.length !== size) return mistaken(40058, 'total_size is wrong')
    if (md5 !== null && createHash('md5').update(content).digest('hex') !== md5) return mistaken(301019)
    const fault = faultOf(type, content, filename)
    if (fault !== null) return mistaken(40058, fault)
    side.uploads.delete(upload_id)
    const media_id = keep(side, { name: filename, type, content, owner: 'bot' })
    return { answer: { body: { type, media_id, created_at: createdAt(side) } } }
  },
})

/** Unix seconds, as text. */
export function createdAt({ now }: Side): string {
  return String(Math.floor(now().getTime() / 1_000))
}
