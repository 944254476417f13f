import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { EventBody, InboundEvent } from '../../../src/platform/events.ts'
import { type Press, pressOf } from './app-press.ts'
import type { ReadKey } from './bot-event.ts'
import { type Ignored, id, ignored, moment, words } from './wire.ts'

/** Something that a person did in the direct chat with the app. */
export interface AppHeard {
  readonly kind: 'inbound'
  readonly event: InboundEvent
  /** The card on which it was pressed. */
  readonly card: Press['card'] | null
}

/** What a callback holds, by the names of its elements. All of them are texts, or hold further elements. */
export type Callback = Readonly<Record<string, unknown>>

const callback = z.looseObject({
  FromUserName: id,
  CreateTime: z.string().optional().catch(undefined),
  MsgType: z.string().min(1),
  MsgId: id.optional(),
})

const text = z.object({ Content: words })

const unreadable: Readonly<Record<string, Extract<EventBody, { kind: 'unreadable' }>['what']>> = {
  image: 'picture',
  voice: 'voice',
  video: 'video',
  shortvideo: 'video',
  file: 'file',
}

/** WeCom itself, which speaks of the address book and the like. */
const system = 'sys'

/** Reads what WeCom calls the app for. Pure, and quiet about whatever is not for us. */
export function decodeApp(given: Callback, readKey: ReadKey): AppHeard | Ignored {
  const read = callback.safeParse(given)
  if (!read.success || read.data.FromUserName === system) return ignored('not of a person')
  const { FromUserName: accountId, CreateTime, MsgType: type, MsgId: messageId } = read.data
  const at = moment.parse(Number(CreateTime))
  const found = type === 'event' ? pressOf(given, readKey) : { body: bodyOf(type, given), card: null }
  if (found === null || found.body === null)
    return ignored(type === 'event' ? 'nothing that was pressed' : 'without words')
  const event: InboundEvent = {
    platform: 'wecom',
    eventId: messageId === undefined ? `app:${digestOf(given)}` : `app:${messageId}`,
    place: { kind: 'direct' },
    author: { accountId },
    ...(at !== undefined && { at }),
    body: found.body,
  }
  return { kind: 'inbound', event, card: found.card }
}

function bodyOf(type: string, given: Callback): EventBody | null {
  if (type !== 'text') return { kind: 'unreadable', what: unreadable[type] ?? 'other' }
  const said = text.safeParse(given).data?.Content.trim() ?? ''
  return said === '' ? null : { kind: 'message', text: said, addressed: true }
}

/** Events have no id. One that is told again is told in the same words; who, when, what and on which card is all in them. */
function digestOf(given: Callback): string {
  return createHash('sha256').update(JSON.stringify(given)).digest('base64url')
}
