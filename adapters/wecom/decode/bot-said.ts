import { z } from 'zod'
import type { EventBody } from '../../../src/platform/events.ts'
import { words } from './wire.ts'

type Unread = Extract<EventBody, { kind: 'unreadable' }>['what']

/** What a message says, as far as it says it in words. */
export type Said =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'unread'; readonly what: Unread }

const inWords = z.object({ content: words })
const written = z.object({ text: inWords })
/** WeCom has listened to it, and may have understood nothing. */
const spoken = z.object({ voice: inWords })
const item = z.union([
  z.object({ msgtype: z.literal('text'), text: inWords }).transform(it => it.text.content),
  // A picture, or what there will be tomorrow: words before and after it belong to different lines.
  z.unknown().transform(() => '\n'),
])
const mixed = z.object({ mixed: z.object({ msg_item: z.array(item) }) })

/** Reads a message, or the quotation of one, by its `msgtype`; null when it does not have the form of that type. */
export function readSaid(type: string, message: unknown): Said | null {
  switch (type) {
    case 'text': {
      const text = written.safeParse(message).data?.text.content
      return text === undefined ? null : { kind: 'words', text: text.trim() }
    }
    case 'mixed': {
      const text = mixed.safeParse(message).data?.mixed.msg_item.join('').trim()
      return text === undefined ? null : wordsOr(text, 'picture')
    }
    case 'voice':
      return wordsOr(spoken.safeParse(message).data?.voice.content.trim() ?? '', 'voice')
    case 'image':
      return { kind: 'unread', what: 'picture' }
    case 'video':
    case 'file':
      return { kind: 'unread', what: type }
    default:
      return { kind: 'unread', what: 'other' }
  }
}

function wordsOr(text: string, what: Unread): Said {
  return text === '' ? { kind: 'unread', what } : { kind: 'words', text }
}
