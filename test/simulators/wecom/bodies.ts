import { z } from 'zod'
import { bytes, mistaken, type Refusal, refused } from './answers.ts'
import { isUsable, type MediaType, mediaTypes } from './media.ts'
import type { Content } from './posting.ts'
import { newCard } from './posting.ts'
import type { Side } from './side.ts'

const media = z.strictObject({ media_id: z.string().min(1) })

/** A message that shows a file that was uploaded before. */
export const mediaBodies = {
  image: z.object({ msgtype: z.literal('image'), image: media }),
  voice: z.object({ msgtype: z.literal('voice'), voice: media }),
  video: z.object({
    msgtype: z.literal('video'),
    video: media.extend({ title: z.string().optional(), description: z.string().optional() }),
  }),
  file: z.object({ msgtype: z.literal('file'), file: media }),
}

type MediaBody = { [Type in MediaType]: z.infer<(typeof mediaBodies)[Type]> }[MediaType]

export function isMediaBody(body: { readonly msgtype: string }): body is MediaBody {
  return mediaTypes.some(type => type === body.msgtype)
}

export function mediaContent(side: Side, body: MediaBody, owner: string): Content | Refusal {
  const { media_id } = mediaIn(body)
  if (!isUsable(side, media_id, body.msgtype, owner)) return refused(40007)
  const name = body.msgtype === 'file' ? (side.corp.media.get(media_id)?.name ?? '') : ''
  return { kind: body.msgtype, text: name, media: media_id }
}

function mediaIn(body: MediaBody): { readonly media_id: string } {
  switch (body.msgtype) {
    case 'image':
      return body.image
    case 'voice':
      return body.voice
    case 'video':
      return body.video
    case 'file':
      return body.file
  }
}

export function markdownBody(mostBytes: number) {
  return z.object({ msgtype: z.literal('markdown'), markdown: z.strictObject({ content: bytes(mostBytes) }) })
}

/** Notes the task id as used; a refusal when it was used before. */
export function cardContent(side: Side, card: object, owner: 'bot' | 'app'): Content | Refusal {
  const kept = newCard({ ...card })
  if (kept.taskId !== null) {
    const used = `${owner}/${kept.taskId}`
    // Not a mistake: whoever does not know whether a card arrived sends it again.
    if (side.corp.taskIds.has(used)) return refused(40058, `task_id ${kept.taskId} was used before`)
    side.corp.taskIds.add(used)
  }
  return { kind: 'template_card', text: '', card: kept }
}

/** The body of a message when it is of one of these types and right. */
export function bodyOf<Body>(
  given: unknown,
  types: readonly string[],
  shape: z.ZodType<Body>,
): { readonly body: Body } | Refusal {
  const named = z.object({ msgtype: z.string() }).safeParse(given)
  if (!named.success || !types.includes(named.data.msgtype)) return mistaken(40008)
  const parsed = shape.safeParse(given)
  if (parsed.success) return { body: parsed.data }
  return mistaken(40058, z.prettifyError(parsed.error).replaceAll('\n', ' '))
}
