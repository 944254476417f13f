import type { Clock } from '../../../src/base/clock.ts'
import type { Log } from '../../../src/base/log.ts'
import { readBytes } from '../../shared/read-bytes.ts'
import { createRefusals } from '../../shared/refusals.ts'
import { readPosted } from './http-body.ts'
import type { Acknowledgement, Handle, Retry } from './receive.ts'
import { verify } from './signature.ts'

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
  const refusals = createRefusals({ clock, log, called: 'slack request refused' })

  return async request => {
    if (request.method !== 'POST') return empty(405, { allow: 'POST' })
    const rawBody = await readBytes(request, MAX_BYTES)
    if (typeof rawBody === 'string') {
      refusals.note(rawBody)
      return empty(rawBody === 'too large' ? 413 : 400)
    }
    const { headers } = request
    const [timestamp, signature] = [headers.get('x-slack-request-timestamp'), headers.get('x-slack-signature')]
    const verdict = verify({ secret, timestamp, signature, rawBody, now: clock.now() })
    if (verdict !== 'ok') {
      refusals.note(verdict)
      return empty(401)
    }
    const posted = readPosted(headers.get('content-type'), rawBody)
    if (posted.kind === 'challenge') return Response.json({ challenge: posted.challenge })
    if (posted.kind === 'ssl-check') return empty(200)
    if (posted.kind === 'unreadable') {
      refusals.note('unreadable')
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
