import { z } from 'zod'
import type { EventBody } from '../../../src/platform/events.ts'
import { words } from './wire.ts'

/** What we do not read, by what a person would call it. */
type Unread = Extract<EventBody, { kind: 'unreadable' }>['what']

/** What a message says, as far as it says it in words. */
export type Said =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly what: Unread }

const inWords = z.object({ content: words })
const spoken = z.object({ recognition: words.refine(text => text.trim() !== '') })
/** DingTalk writes a run as `text` in a message and as `content` in a quotation of one. */
const run = z.union([
  z.object({ text: words }).transform(it => it.text),
  z.object({ msgType: z.literal('text'), content: words }).transform(it => it.content),
  // A picture, or what there will be tomorrow: words before and after it belong to different lines.
  z.unknown().transform(() => '\n'),
])
const rich = z.object({ richText: z.array(run) })
const recorded = z.object({ summary: words })

/** Reads a message by its `msgtype`; null when it does not have the form of that type. */
export function readSaid(type: string, { text, content }: { text?: unknown; content?: unknown }): Said | null {
  switch (type) {
    case 'text':
      return inWordsOnly(inWords.safeParse(text).data?.content)
    case 'richText': {
      const said = rich.safeParse(content).data?.richText.join('').trim()
      return said === '' ? { kind: 'unreadable', what: 'picture' } : inWordsOnly(said)
    }
    case 'audio': {
      const said = spoken.safeParse(content).data?.recognition
      return said === undefined ? { kind: 'unreadable', what: 'voice' } : inWordsOnly(said)
    }
    case 'picture':
    case 'video':
    case 'file':
      return { kind: 'unreadable', what: type }
    default:
      return { kind: 'unreadable', what: 'other' }
  }
}

/** DingTalk leaves the space that stood behind the mention of us. */
function inWordsOnly(text: string | undefined): Said | null {
  return text === undefined ? null : { kind: 'words', text: text.trim() }
}

const quoted = z.object({ msgType: z.string(), content: z.looseObject({}) })

/** The words of a message that is quoted, where DingTalk sends them; of a forwarded conversation its summary. */
export function readQuoted(repliedMsg: unknown): string | null {
  const read = quoted.safeParse(repliedMsg)
  if (!read.success) return null
  const { msgType, content } = read.data
  const text = content['text'] ?? content['content']
  const summary = recorded.safeParse(content).data?.summary.trim()
  const said = readSaid(msgType, { text: { content: text }, content })
  return (said?.kind === 'words' && said.text) || summary || null
}
