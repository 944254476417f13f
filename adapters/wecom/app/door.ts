import { z } from 'zod'
import type { Clock } from '../../../src/base/clock.ts'
import { type Log, withoutWords } from '../../../src/base/log.ts'
import { within } from '../../../src/base/wait.ts'
import { readBytes } from '../../shared/read-bytes.ts'
import { createRefusals } from '../../shared/refusals.ts'
import { type AppHeard, decodeApp } from '../decode/app.ts'
import type { ReadKey } from '../decode/bot-event.ts'
import { judgeTime, type Seal, type Signed, unseal } from './seal.ts'
import { readXml } from './xml.ts'

/** Where WeCom calls the app, as it stands under 接收消息, URL. */
export const callbackPath = '/wecom/callback'

export interface AppDoorParts {
  readonly seal: Seal
  readonly readKey: ReadKey
  /** Resolves when what was said is durable. */
  hear(heard: AppHeard): Promise<void>
  /** Real time. */
  readonly clock: Clock
  readonly log: Log
  readonly answerWithinMs?: number
}

/** A text has at most 2,048 bytes; sealed and wrapped it is some thousand. */
const MAX_BYTES = 64 * 1024
/** WeCom waits for five seconds; the rest is for the way. */
const ANSWER_WITHIN_MS = 4_000

const envelope = z.object({ Encrypt: z.string().min(1) })

/** The callback of the self-built app: GET is WeCom's question whether we are there, POST is what people do. */
export function createAppDoor(parts: AppDoorParts): (request: Request) => Promise<Response> {
  const { seal, readKey, hear, clock, log, answerWithinMs = ANSWER_WITHIN_MS } = parts
  const refusals = createRefusals({ clock, log, called: 'wecom callback refused' })

  function refuse(status: number, reason: string): Response {
    refusals.note(reason)
    return empty(status)
  }

  /** The plain words of what was sealed are the answer. */
  function verify(signed: Signed, echo: string | null): Response {
    const message = echo === null ? null : unseal(seal, signed, echo)
    if (message === null) return refuse(401, 'forged')
    return new Response(message, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
  }

  async function take(request: Request, signed: Signed): Promise<Response> {
    const body = await readBytes(request, MAX_BYTES)
    if (typeof body === 'string') return refuse(body === 'too large' ? 413 : 400, body)
    const outer = envelope.safeParse(readXml(new TextDecoder().decode(body)))
    if (!outer.success) return refuse(400, 'unreadable')
    const message = unseal(seal, signed, outer.data.Encrypt)
    if (message === null) return refuse(401, 'forged')
    const inner = readXml(message)
    if (inner === null) return refuse(400, 'unreadable')
    const decoded = decodeApp(inner, readKey)
    if (decoded.kind === 'inbound') return empty(await written(decoded))
    log.debug({ why: decoded.why }, 'wecom callback ignored')
    return empty(200)
  }

  /** Without a 200 WeCom calls again, three times at most. */
  async function written(heard: AppHeard): Promise<number> {
    const outcome = await within(attempt(heard), answerWithinMs, 'late')
    if (outcome === 'late') log.error({ answerWithinMs }, 'wecom callback not written down in time, not acknowledged')
    return outcome === 'written' ? 200 : 503
  }

  async function attempt(heard: AppHeard): Promise<'written' | 'failed'> {
    try {
      await hear(heard)
      return 'written'
    } catch (error) {
      log.error({ fault: withoutWords(error) }, 'wecom callback not written down, not acknowledged')
      return 'failed'
    }
  }

  return async request => {
    const { method } = request
    if (method !== 'GET' && method !== 'POST') return empty(405, { allow: 'GET, POST' })
    const { searchParams: query } = new URL(request.url)
    const signed = {
      signature: query.get('msg_signature'),
      timestamp: query.get('timestamp'),
      nonce: query.get('nonce'),
    }
    const verdict = judgeTime(signed, clock.now())
    if (verdict !== 'ok') return refuse(401, verdict)
    return method === 'GET' ? verify(signed, query.get('echostr')) : take(request, signed)
  }
}

function empty(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers })
}
