import type { Log } from '../../../src/base/log.ts'
import { createLinkCourse } from '../../shared/link-course.ts'
import type { Link } from '../../shared/links.ts'
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

/** One connection of Socket Mode. */
export function openLink({ handle, log, patience = PATIENCE, onOpen, onClosed, ...access }: LinkParts): Link {
  const { openWithinMs, pongWithinMs } = patience
  const course = createLinkCourse({ openWithinMs, notOpen: 'no hello', onOpen, onClosed })

  const client = new SocketClient(options({ ...access, log, patience, until: course.leaving }), {
    onUnreadable: () => log.warn('slack frame that cannot be read'),
    onDisconnect(reason) {
      log.info({ reason }, 'slack asks for a new connection')
      course.end(endAnnounced(reason))
    },
    onEnvelope: envelope => course.take(() => answer(envelope)),
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
      course.end(endOfFailedStart(error))
    }
    // Hung up while the address was still on its way: the client has gone on and connected.
    if (course.leaving.aborted) client.hangUp()
  }

  client.on('connected', course.opened)
  client.on('disconnected', () => course.gone('closed'))
  void open()
  // Of a peer that has died the client notices, but waits half a minute more for it to say goodbye.
  const watch = setInterval(() => {
    if (client.isClosing) course.end({ kind: 'lost', why: 'silence' })
  }, pongWithinMs / 4)
  void course.ended.finally(() => clearInterval(watch))
  return course.link(client)
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
