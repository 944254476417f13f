import type { Log } from '../../../src/base/log.ts'
import type { Link } from '../../shared/links.ts'
import type { Ended } from '../../shared/supervise.ts'
import { within } from '../../shared/wait.ts'
import { sdkLog } from '../sdk-log.ts'
import type { Handle } from './receive.ts'
import { type Envelope, SocketClient } from './socket-client.ts'
import { endAnnounced, endOfFailedStart } from './socket-end.ts'

export interface LinkParts {
  readonly appToken: string
  readonly apiUrl: string
  readonly handle: Handle
  readonly log: Log
  readonly patience?: Patience
  /** Slack has said hello, so from now on it tells us what happens. */
  onOpen?(): void
  /** Once after each `onOpen`. */
  onClosed?(): void
}

export interface Patience {
  /** From the asking for an address to Slack's hello. */
  readonly openWithinMs: number
  /** So long the other side may leave our pings unanswered. */
  readonly pongWithinMs: number
}

/** The client's own five seconds for a pong take a slow moment of the network for a dead connection. */
const PATIENCE: Patience = { openWithinMs: 20_000, pongWithinMs: 20_000 }
const DRAIN_WITHIN_MS = 3_000
const GOODBYE_WITHIN_MS = 500

/** One connection of Socket Mode. */
export function openLink({ handle, log, patience = PATIENCE, onOpen, onClosed, ...access }: LinkParts): Link {
  const ended = Promise.withResolvers<Ended>()
  const closed = Promise.withResolvers<void>()
  const leaving = new AbortController()
  const running = new Set<Promise<void>>()
  let taking = true

  const client = new SocketClient(options({ ...access, log, patience, until: leaving.signal }), {
    onUnreadable: () => log.warn('slack frame that cannot be read'),
    onDisconnect(reason) {
      log.info({ reason }, 'slack asks for a new connection')
      ended.resolve(endAnnounced(reason))
    },
    onEnvelope(envelope) {
      if (!taking) return
      const work = answer(envelope).finally(() => running.delete(work))
      running.add(work)
    },
  })

  async function answer(envelope: Envelope): Promise<void> {
    const { payload, retry_attempt: num, retry_reason: reason } = envelope
    const outcome = await handle(payload, num > 0 ? { num, reason } : undefined)
    if (outcome.kind === 'none') return
    const sent = client.acknowledge(envelope, outcome.kind === 'acked' ? outcome.answer : undefined)
    if (!sent) log.debug('slack connection gone before its acknowledgement')
  }

  async function open(): Promise<void> {
    try {
      await client.start()
      log.info('connected to slack')
    } catch (error) {
      ended.resolve(endOfFailedStart(error))
    }
    // Hung up while the address was still on its way: the client has gone on and connected.
    if (leaving.signal.aborted) client.hangUp()
  }

  client.on('disconnected', () => {
    ended.resolve({ kind: 'lost', why: 'closed' })
    closed.resolve()
  })
  void open()
  const opening = setTimeout(() => ended.resolve({ kind: 'lost', why: 'no hello' }), patience.openWithinMs)
  client.on('connected', () => {
    clearTimeout(opening)
    onOpen?.()
    void closed.promise.then(() => onClosed?.())
  })
  // Of a peer that has died the client notices, but waits half a minute more for it to say goodbye.
  const watch = setInterval(() => {
    if (client.isClosing) ended.resolve({ kind: 'lost', why: 'silence' })
  }, patience.pongWithinMs / 4)
  void ended.promise.finally(() => {
    clearTimeout(opening)
    clearInterval(watch)
  })

  async function leave(): Promise<void> {
    taking = false
    ended.resolve({ kind: 'lost', why: 'left' })
    await within(Promise.race([Promise.all(running), closed.promise]), DRAIN_WITHIN_MS, 'late')
    leaving.abort()
    client.hangUp()
    await within(closed.promise, client.websocket ? GOODBYE_WITHIN_MS : 0, 'late')
    client.hangUp()
    closed.resolve()
  }
  let farewell: Promise<void> | undefined

  return {
    ended: ended.promise,
    closed: closed.promise,
    close() {
      farewell ??= leave()
      return farewell
    },
  }
}

interface ClientNeeds extends Pick<LinkParts, 'appToken' | 'apiUrl' | 'log'> {
  readonly patience: Patience
  readonly until: AbortSignal
}

function options({
  appToken,
  apiUrl,
  log,
  patience,
  until,
}: ClientNeeds): ConstructorParameters<typeof SocketClient>[0] {
  return {
    appToken,
    logger: sdkLog(log),
    autoReconnectEnabled: false,
    clientPingTimeout: patience.pongWithinMs,
    serverPingTimeout: 60_000,
    clientOptions: {
      slackApiUrl: apiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: 10_000,
      fetch: (url, init) =>
        fetch(url, { ...init, signal: AbortSignal.any([until, ...(init?.signal ? [init.signal] : [])]) }),
    },
  }
}
