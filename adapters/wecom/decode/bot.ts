import { z } from 'zod'
import type { EventBody, InboundEvent } from '../../../src/platform/events.ts'
import { type HandedFile, readFile } from './bot-file.ts'
import { withoutMention } from './bot-mention.ts'
import { readSaid, type Said } from './bot-said.ts'
import { chatOf, eventOf, type Inbound, origin } from './bot-wire.ts'
import { type Ignored, ignored } from './wire.ts'

const message = z.looseObject({ ...origin.shape, msgtype: z.string() })
const quoted = z.looseObject({ msgtype: z.string() })

/**
 * Reads what somebody said to the bot. In a group WeCom sends only what mentions it. Pure, and quiet about whatever is not
 * for us.
 *
 * @param name - how people see the bot; null where we were not told
 */
export function decodeBotMessage(body: unknown, name: string | null): Inbound | HandedFile | Ignored {
  const read = message.safeParse(body)
  if (!read.success) return ignored('not a message of a person')
  const { msgtype } = read.data
  if (msgtype === 'stream' || msgtype === 'event') return ignored('nothing that was said')
  const chat = chatOf(read.data)
  if (chat === null) return ignored('a group without its id')
  const file = msgtype === 'file' && chat.kind === 'direct' ? readFile(body) : null
  if (file !== null) return { kind: 'file', event: eventOf(read.data, chat), chat, file }
  const said = readSaid(msgtype, body)
  if (said === null) return ignored('malformed')
  const { quote } = read.data
  const spoken = bodyOf(said, { name, quote, isGroup: chat.kind === 'group' })
  if (spoken === null) return ignored('without words')
  const event: InboundEvent = { ...eventOf(read.data, chat), body: spoken }
  return { kind: 'inbound', event, chat }
}

interface Around {
  readonly name: string | null
  readonly quote: unknown
  readonly isGroup: boolean
}

function bodyOf(said: Said, { name, quote, isGroup }: Around): EventBody | null {
  if (said.kind === 'unread') return { kind: 'unreadable', what: said.what }
  const text = withoutMention(said.text, name, isGroup)
  // Nothing but the mention is a question what we can do.
  if (text === '' && !isGroup) return null
  const read = quoteOf(quote)
  return { kind: 'message', text, addressed: true, ...(read !== null && { quote: { text: read } }) }
}

/** The words of what is quoted; WeCom does not tell who said them. */
function quoteOf(quote: unknown): string | null {
  const read = quoted.safeParse(quote)
  const said = read.success ? readSaid(read.data.msgtype, quote) : null
  return said?.kind === 'words' && said.text !== '' ? said.text : null
}
