import type { Json } from '../../shared/json.ts'
import type { Message, Place } from '../corp.ts'
import type { Side } from '../side.ts'
import type { Exchange } from './exchanges.ts'
import { eventFrame, messageFrame } from './frames.ts'

/** What became of something that the bot was to hear. Nothing acknowledges it but an answer, and it never comes again. */
export interface Telling {
  readonly told: boolean
  readonly reason: 'told' | 'not_addressed' | 'no_connection' | 'too_many_open'
  /** What an answer has to carry; empty when it was not told. */
  readonly reqId: string
  /** Whether the bot has answered it while it was waited for. */
  readonly answered: boolean
}

export const unaddressed: Telling = { told: false, reason: 'not_addressed', reqId: '', answered: false }

/** What every message and event of the bot has. */
function frameBody({ settings, now }: Side, { kind, id }: Place, userId: string, msgid: string): Json {
  return {
    msgid,
    create_time: Math.floor(now().getTime() / 1_000),
    aibotid: settings.botId,
    ...(kind === 'group' ? { chatid: id, chattype: 'group' } : { chattype: 'single' }),
    from: { userid: userId },
  }
}

export interface Heard {
  readonly place: Place
  readonly userId: string
  readonly msgId: string
  /** What differs from kind to kind. */
  readonly told: Json
  readonly waitMs?: number | undefined
}

export async function tellMessage(side: Side, { place, userId, msgId, told, waitMs }: Heard): Promise<Telling> {
  const { settings, exchanges, connections, origin } = side
  place.contacted = true
  const waiting = exchanges.waiting(userId, settings.realNow() - settings.streamLifeMs)
  if (waiting >= settings.openAtOnce) return { ...unaddressed, reason: 'too_many_open' }
  const reqId = side.newId('req')
  const response_url = `${origin}/cgi-bin/aibot/response?response_code=${side.newId('once')}`
  const body = { ...frameBody(side, place, userId, msgId), response_url, ...told }
  if (!connections.send(messageFrame(reqId, body))) return { ...unaddressed, reason: 'no_connection' }
  return await opened(side, { reqId, kind: 'message', place, userId }, waitMs)
}

interface Event extends Omit<Heard, 'msgId'> {
  readonly kind: 'enter_chat' | 'card'
  readonly pressed?: Message
}

export async function tellEvent(side: Side, { kind, place, userId, told, waitMs, pressed }: Event): Promise<Telling> {
  const reqId = side.newId('req')
  const body = { ...frameBody(side, place, userId, side.newId('event')), msgtype: 'event', event: told }
  if (!side.connections.send(eventFrame(reqId, body))) return { ...unaddressed, reason: 'no_connection' }
  return await opened(side, { reqId, kind, place, userId, ...(pressed === undefined ? {} : { pressed }) }, waitMs)
}

type Opened = Pick<Exchange, 'reqId' | 'kind' | 'place' | 'userId'> & { readonly pressed?: Message }

async function opened({ exchanges, settings, now }: Side, given: Opened, waitMs = 0): Promise<Telling> {
  const exchange = exchanges.open({ ...given, at: now(), since: settings.realNow() })
  if (waitMs > 0) await exchanges.untilAnswered(exchange, waitMs)
  return { told: true, reason: 'told', reqId: given.reqId, answered: exchange.answeredAt !== null }
}
