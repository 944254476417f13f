import { App, AuthorizationError, type Receiver, type RespondArguments, type ViewResponseAction } from '@slack/bolt'
import { z } from 'zod'
import { type Log, withoutWords } from '../../../src/base/log.ts'
import { within } from '../../../src/base/wait.ts'
import { sdkLog } from '../sdk-log.ts'

export type SlashAnswer = string | RespondArguments
export type ViewAnswer = ViewResponseAction

/**
 * What stands behind each kind of payload. Each resolves only when what had to be written is durable, with what Slack shall
 * be answered; the acknowledgement goes out afterwards.
 */
export interface Doors {
  event(body: unknown): Promise<void>
  command(body: unknown): Promise<SlashAnswer | undefined>
  action(body: unknown): Promise<void>
  /** A modal that was submitted or closed. */
  view(body: unknown): Promise<ViewAnswer | undefined>
  shortcut(body: unknown): Promise<void>
}

export interface Retry {
  readonly num: number
  readonly reason: string
}

export type Acknowledgement =
  | { readonly kind: 'acked'; readonly answer?: object }
  /** It is not durable: Slack must not hear that it arrived, and sends events again. */
  | { readonly kind: 'none' }
  /** Nothing that Slack sends; sending it again would change nothing. */
  | { readonly kind: 'unreadable' }

/** Takes one payload, whichever way it came, and tells how to acknowledge it. Never rejects. */
export type Handle = (body: unknown, retry?: Retry) => Promise<Acknowledgement>

export interface ReceiveParts {
  readonly token: string
  readonly apiUrl: string
  readonly doors: Doors
  /** Who we are; asked of Slack once and remembered. */
  me(): Promise<{ readonly userId: string; readonly botId: string }>
  readonly log: Log
  readonly ackWithinMs?: number
}

/** Slack waits for three seconds; the rest is for the way. */
const ACK_WITHIN_MS = 2_500

const payload = z.union([z.looseObject({ type: z.string() }), z.looseObject({ command: z.string() })])
type Payload = z.infer<typeof payload>

/** Bolt between the wire and the doors: it tells payloads apart and drops our own messages. */
export function createReceive(parts: ReceiveParts): { readonly handle: Handle } {
  const { log, ackWithinMs = ACK_WITHIN_MS } = parts
  /** Payloads that came to a door: what fails before is Bolt, over a payload with a shape that it cannot read. */
  const reached = new WeakSet<object>()
  const app = createBoltApp(parts, reached)

  async function handle(body: unknown, retry?: Retry): Promise<Acknowledgement> {
    const read = payload.safeParse(body)
    if (!read.success) {
      log.warn('slack payload without a kind')
      return { kind: 'unreadable' }
    }
    if (retry) log.debug({ what: kindOf(read.data), ...retry }, 'slack payload sent again')
    const outcome = await within(dispatch(read.data, retry), ackWithinMs, 'late')
    if (outcome !== 'late') return outcome
    log.error({ what: kindOf(read.data), ackWithinMs }, 'slack payload not written down in time, not acknowledged')
    return { kind: 'none' }
  }

  async function dispatch(body: Payload, retry: Retry | undefined): Promise<Acknowledgement> {
    let answer: string | object | undefined
    // Bolt acknowledges events before anybody has heard them; this acknowledgement only notes what is to be answered.
    const ack = async (given?: string | object) => {
      answer = given
    }
    try {
      await app.processEvent({ body, ack, ...(retry && { retryNum: retry.num, retryReason: retry.reason }) })
    } catch (error) {
      return failed(body, error)
    }
    const what = kindOf(body)
    if (what === 'app_rate_limited') log.warn('slack holds events back: too many within the hour')
    else if (!reached.has(body)) log.debug({ what }, 'slack payload that no door takes')
    return acked(answer)
  }

  function failed(body: Payload, error: unknown): Acknowledgement {
    const facts = { what: kindOf(body), fault: withoutWords(error) }
    if (reached.has(body) || error instanceof AuthorizationError) {
      log.error(facts, 'slack payload not written down, not acknowledged')
      return { kind: 'none' }
    }
    log.warn(facts, 'slack payload of an unknown shape')
    return { kind: 'unreadable' }
  }

  return { handle }
}

function createBoltApp({ token, apiUrl, doors, me, log }: ReceiveParts, reached: WeakSet<object>): App {
  const app = new App({
    receiver: inlet,
    authorize: async () => {
      const { botId, userId } = await me()
      return { botToken: token, botId, botUserId: userId }
    },
    clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 0 }, timeout: 10_000 },
    logger: sdkLog(log),
    // It would keep a conversation of each channel in memory for ever.
    convoStore: false,
    attachFunctionToken: false,
  })
  const enter = <B extends object>(body: B): B => {
    reached.add(body)
    return body
  }
  app.event(/.*/, async ({ body }) => doors.event(enter(body)))
  app.command(/.*/, async ({ body, ack }) => ack(await doors.command(enter(body))))
  app.action(/.*/, async ({ body }) => doors.action(enter(body)))
  app.shortcut({}, async ({ body }) => doors.shortcut(enter(body)))
  app.view({ type: 'view_submission' }, async ({ body, ack }) => ack(await doors.view(enter(body))))
  app.view({ type: 'view_closed' }, async ({ body }) => void (await doors.view(enter(body))))
  // Bolt would log the fault with the whole payload and go on; we decide above.
  app.error(async error => {
    throw error
  })
  return app
}

/** Nothing to start or stop: both ways in hand their payloads over themselves. */
const inlet: Receiver = { init: () => undefined, start: async () => undefined, stop: async () => undefined }

function acked(answer: string | object | undefined): Acknowledgement {
  if (answer === undefined) return { kind: 'acked' }
  return { kind: 'acked', answer: typeof answer === 'string' ? { text: answer } : answer }
}

const namedEvent = z.object({ event: z.object({ type: z.string() }) })

/** What a log may call it: the event's type, or the payload's. */
function kindOf(body: Payload): string {
  const read = namedEvent.safeParse(body)
  return read.success ? read.data.event.type : String(body['type'] ?? body['command'])
}
