import { z } from 'zod'
import { isRefusal, refused } from '../answers.ts'
import { bodyOf, cardContent, isMediaBody, markdownBody, mediaBodies, mediaContent } from '../bodies.ts'
import { botCard } from '../cards/shape.ts'
import type { Corp, Place } from '../corp.ts'
import { put } from '../posting.ts'
import type { Side } from '../side.ts'
import type { Command } from './command.ts'
import { isInPace, mostBytes } from './respond.ts'

const to = {
  chatid: z.string().min(1),
  /** 1 a person, 2 a group, 0 whatever the id is. */
  chat_type: z.union([z.literal(0), z.literal(1), z.literal(2)]).default(0),
}
const pushes = z.discriminatedUnion('msgtype', [
  markdownBody(mostBytes).extend(to).strict(),
  z.strictObject({ ...to, msgtype: z.literal('template_card'), template_card: botCard }),
  mediaBodies.image.extend(to).strict(),
  mediaBodies.voice.extend(to).strict(),
  mediaBodies.video.extend(to).strict(),
  mediaBodies.file.extend(to).strict(),
])
const types = ['markdown', 'template_card', ...Object.keys(mediaBodies)] as const

/** The bot speaks first, where somebody has spoken to it. */
export const push: Command = {
  run(given, side) {
    const read = bodyOf(given, types, pushes)
    if (isRefusal(read)) return read
    const { body } = read
    const place = placeOf(side.corp, body)
    if (place === null) return refused(93006)
    if (!isInPace(side, place)) return refused(45009)
    const content = contentOf(side, body)
    if (isRefusal(content)) return content
    put(side, place, { ...content, via: 'bot' })
    return { answer: {} }
  },
}

function contentOf(side: Side, body: z.infer<typeof pushes>) {
  if (isMediaBody(body)) return mediaContent(side, body, 'bot')
  return body.msgtype === 'markdown'
    ? { kind: 'markdown', text: body.markdown.content }
    : cardContent(side, body.template_card, 'bot')
}

interface To {
  readonly chatid: string
  readonly chat_type: 0 | 1 | 2
}

/** Ids are case-sensitive. */
function placeOf({ groups, botChats }: Corp, { chatid, chat_type }: To): Place | null {
  const group = chat_type === 1 ? undefined : groups.get(chatid)
  const chat = chat_type === 2 ? undefined : botChats.get(chatid)
  const place = group ?? chat
  return place?.hasBot && place.contacted ? place : null
}
