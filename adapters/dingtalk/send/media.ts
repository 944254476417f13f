import { z } from 'zod'
import type { Lane } from '../../../src/platform/adapter.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import type { DingTalkClient } from '../client.ts'

const method = 'media/upload'
const uploaded = z.object({ media_id: z.string().regex(/^@[\w+/=-]{1,200}$/) })

/** The conversation is held meanwhile; what takes longer is brought by the next try. */
export const uploadedWithin = 30_000

interface Medium {
  readonly bytes: Uint8Array
  readonly filename: string
  readonly type: string
}

/** Brings a picture or a file to DingTalk and answers its id. Nobody sees it yet. */
export async function uploadMedia(
  client: DingTalkClient,
  kind: 'image' | 'file',
  { bytes, filename, type }: Medium,
  lane: Lane,
): Promise<string> {
  const body = new FormData()
  body.set('type', kind)
  body.set('media', new Blob([new Uint8Array(bytes)], { type }), filename)
  const answer = uploaded.safeParse(await client.ask(method, { body, lane, answerWithinMs: uploadedWithin }))
  if (!answer.success) throw new PlatformError('unavailable', `${method}: the answer names no medium`)
  return answer.data.media_id
}
