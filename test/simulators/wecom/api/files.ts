import { z } from 'zod'
import { mistaken, refused } from '../answers.ts'
import { createdAt } from '../bot/uploads.ts'
import { faultOf, keep, type MediaType, mediaTypes } from '../media.ts'
import type { Side } from '../side.ts'
import { type Method, method } from './method.ts'

/** A file of a form, as the server read it. */
const file = z.strictObject({ name: z.string().min(1), type: z.string(), content: z.instanceof(Uint8Array) })
type Uploaded = z.infer<typeof file>

function taken(side: Side, type: MediaType, { name, content }: Uploaded, owner: string) {
  const fault = faultOf(type, content, name)
  if (fault !== null) return mistaken(40058, fault)
  return { answer: { type, media_id: keep(side, { name, type, content, owner }), created_at: createdAt(side) } }
}

const upload = method({
  takes: z.strictObject({ type: z.enum(mediaTypes), media: file }),
  run: ({ type, media }, side) => taken(side, type, media, 'app'),
})

const webhookUpload = method({
  takes: z.strictObject({ key: z.string(), type: z.enum(['file', 'voice']), media: file }),
  token: 'none',
  run({ key, type, media }, side) {
    return side.corp.webhooks.has(key) ? taken(side, type, media, key) : refused(93000)
  },
})

export const fileMethods: Readonly<Record<string, Method>> = {
  'POST /cgi-bin/media/upload': upload,
  'POST /cgi-bin/webhook/upload_media': webhookUpload,
}
