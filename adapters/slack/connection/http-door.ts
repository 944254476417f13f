import type { Clock } from '../../../src/base/clock.ts'
import type { Log } from '../../../src/base/log.ts'
import { readBytes } from '../../shared/read-bytes.ts'
import { readPosted } from './http-body.ts'
import type { Acknowledgement, Handle, Retry } from './receive.ts'
import { type Verdict, verify } from './signature.ts'

export interface HttpDoorParts {
  readonly secret: string
  readonly handle: Handle
  /** Real time. */
  readonly clock: Clock
  readonly log: Log
}

const MAX_BYTES = 1024 * 1024

/** `POST /slack/events`, for events, commands and interactions alike: nothing is decoded before it is proven to be Slack's. */
export function createHttpDoor({ secret, handle, clock, log }: HttpDoorParts): (request: Request) => Promise<Response> {
  const refused = createRefusalLog(log, clock)

  return async request => {
    if (request.method !== 'POST') return empty(405, { allow: 'POST' })
    const rawBody = await readBytes(request, MAX_BYTES)
    if (typeof rawBody === 'string') {
      refused(rawBody)
      return empty(rawBody === 'too large' ? 413 : 400)
    }
    const { headers } = request
    const [timestamp, signature] = [headers.get('x-slack-request-timestamp'), headers.get('x-slack-signature')]
    const verdict = verify({ secret, timestamp, signature, rawBody, now: clock.now() })
    if (verdict !== 'ok') {
      refused(verdict)
      return empty(401)
    }
    const posted = readPosted(headers.get('content-type'), rawBody)
    if (posted.kind === 'challenge') return Response.json({ challenge: posted.challenge })
    if (posted.kind === 'ssl-check') return empty(200)
    if (posted.kind === 'unreadable') {
      refused('unreadable')
      return respond(posted)
    }
    return respond(await handle(posted.body, retryOf(headers)))
  }
}

function respond(outcome: Acknowledgement): Response {
  if (outcome.kind === 'none') return empty(503)
  if (outcome.kind === 'unreadable') return empty(400, { 'x-slack-no-retry': '1' })
  return outcome.answer ? Response.json(outcome.answer) : empty(200)
}

function empty(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers })
}

function retryOf(headers: Headers): Retry | undefined {
  const num = Number(headers.get('x-slack-retry-num') ?? 0)
  return Number.isInteger(num) && num > 0 ? { num, reason: headers.get('x-slack-retry-reason') ?? '' } : undefined
}

type Reason = Exclude<Verdict, 'ok'> | 'too large' | 'cut off' | 'unreadable'

const SAID_EVERY_MS = 60_000

/** One line a minute for each reason, with how many it stands for: a flood of requests is no flood of lines. */
function createRefusalLog(log: Log, clock: Clock): (reason: Reason) => void {
  const since = new Map<Reason, { saidAt: number; unsaid: number }>()
  return reason => {
    const now = clock.now().getTime()
    const last = since.get(reason)
    if (last && now - last.saidAt < SAID_EVERY_MS) {
      last.unsaid += 1
      return
    }
    since.set(reason, { saidAt: now, unsaid: 0 })
    log.warn({ reason, alsoSinceTheLastLine: last?.unsaid ?? 0 }, 'slack request refused')
  }
}
