import { WSClient, type WSClientOptions } from '@wecom/aibot-node-sdk'
import { z } from 'zod'
import { codeOf } from '../../../src/base/errors.ts'
import type { Ended } from '../../shared/supervise.ts'
import type { BotSettings } from '../settings.ts'

/** What WeCom tells us; `call` is what an answer to it names, where it may be answered. */
export interface Callback {
  readonly call: string | null
  readonly body: unknown
}

export interface Hearing {
  /** WeCom has let us in. */
  onOpen(): void
  onMessage(callback: Callback): void
  onEvent(callback: Callback): void
  onUnreadable(): void
  /** It has ended or is about to; told once or oftener. */
  onEnd(ended: Ended): void
  /** There is no socket any more. */
  onClosed(): void
}

export interface Patience {
  /** To open the socket, and then again to be let in. */
  readonly openWithinMs: number
  /** Three pings without an answer are the end. */
  readonly pingEveryMs: number
  /** After another program has taken the bot's connection. */
  readonly retryEvictedMs: number
}

const callback = z.object({
  headers: z.object({ req_id: z.string().min(1).max(500).nullable().catch(null) }).catch({ req_id: null }),
  body: z.unknown(),
})

/** A refusal of the id or the secret, as the client tells it; its words may be anything, its code is WeCom's. */
const refusedCode = /^Authentication failed: .*\(code: (-?\d+)\)$/s
/** What passes: WeCom is busy, or was asked too often. */
const passing: ReadonlySet<string> = new Set(['-1', '45009', '45033'])

/**
 * WeCom's own client for one connection. Left to itself it writes members' words on the console, waits for ever to be let
 * in, gives up connecting without an end, and after another program took the connection never comes back; so it connects
 * once here, and whoever supervises makes a new one.
 */
export function createClient({ botId, secret, wsUrl }: BotSettings, patience: Patience, hearing: Hearing): WSClient {
  const client = new WSClient({
    botId,
    secret,
    wsUrl,
    maxReconnectAttempts: 0,
    maxAuthFailureAttempts: 0,
    heartbeatInterval: patience.pingEveryMs,
    wsOptions: { handshakeTimeout: patience.openWithinMs },
    logger: loggerThat(hearing.onUnreadable),
  })
  let why = 'closed'
  let authenticating: NodeJS.Timeout | undefined
  const readBy = (hear: (callback: Callback) => void) => (frame: unknown) => {
    const { headers, body } = callback.parse(frame)
    hear({ call: headers.req_id, body })
  }

  client.on('connected', () => {
    const late = () => hearing.onEnd({ kind: 'lost', why: 'not let in' })
    authenticating = setTimeout(late, patience.openWithinMs)
  })
  client.on('authenticated', () => {
    clearTimeout(authenticating)
    hearing.onOpen()
  })
  client.on('message', readBy(hearing.onMessage))
  client.on('event', readBy(hearing.onEvent))
  client.on('event.disconnected_event', () =>
    hearing.onEnd({ kind: 'lost', why: 'evicted', retryAfterMs: patience.retryEvictedMs }),
  )
  client.on('error', error => {
    const code = refusedCode.exec(error.message)?.[1]
    if (code !== undefined) hearing.onEnd({ kind: passing.has(code) ? 'lost' : 'refused', why: `code ${code}` })
    why = codeOf(error) ?? error.name
    // Where the address is none, this is all that is told.
    if (error.name === 'WSReconnectExhaustedError') close()
  })
  client.on('disconnected', close)

  function close() {
    clearTimeout(authenticating)
    hearing.onEnd({ kind: 'lost', why })
    hearing.onClosed()
  }

  return client
}

/** The client logs members' words; of all that it says we want to know only that it could not read something. */
function loggerThat(onUnreadable: () => void): NonNullable<WSClientOptions['logger']> {
  const unreadable = /^(Failed to parse WebSocket message|Received unknown frame|Received invalid message format)/
  const note = (message: string) => {
    if (unreadable.test(message)) onUnreadable()
  }
  const nothing = () => undefined
  return { debug: nothing, info: nothing, warn: note, error: note }
}
