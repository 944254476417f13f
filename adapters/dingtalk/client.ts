import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../../src/base/clock.ts'
import type { Lane } from '../../src/platform/adapter.ts'
import { PlatformError } from '../../src/platform/errors.ts'
import { errorOf, type Refused, refusalIn } from './errors.ts'
import { exchange, jsonBody } from './exchange.ts'
import { createPace } from './pace.ts'
import type { Quota } from './quota.ts'
import type { DingTalkSettings } from './settings.ts'
import { createTokens } from './token.ts'

export interface Call {
  readonly verb?: 'POST' | 'PUT'
  /** A form carries a file. */
  readonly body: object | FormData
  /** How urgent it is, while the month's calls run short; a reply unless told. */
  readonly lane?: Lane
  /** Milliseconds that it may wait for its turn; longer, and it is `rate-limited`. Five seconds unless told. */
  readonly patience?: number
  /** So long the answer may take, in milliseconds. */
  readonly answerWithinMs?: number
}

export interface DingTalkClient {
  /**
   * Makes one call of either API, by its path: `ask('v1.0/robot/groupMessages/send', { body })`, `ask('topapi/v2/user/get',
   * { body })`. Answers the body. Throws only PlatformError, and tries nothing twice that may have been carried out.
   */
  ask(method: string, call: Call): Promise<unknown>
}

export interface ClientParts {
  readonly settings: Pick<DingTalkSettings, 'clientId' | 'clientSecret' | 'apiUrl' | 'oapiUrl'>
  readonly quota: Pick<Quota, 'spend' | 'isSpent'>
  /** Real time. */
  readonly clock: Clock
  readonly answerWithinMs?: number
}

/** A call of the outbox waits no longer than this for its turn: it holds the conversation meanwhile. */
const usualPatience = 5_000

export function createClient({ settings, quota, clock, answerWithinMs }: ClientParts): DingTalkClient {
  const tokens = createTokens({ settings, clock, ...(answerWithinMs && { answerWithinMs }) })
  const pace = createPace()

  async function ask(method: string, call: Call, again = false): Promise<unknown> {
    const token = await tokens.take()
    await waitForTurn(method, call.patience ?? usualPatience)
    if (isMetered(method)) await quota.spend(call.lane ?? 'reply')
    const { url, init } = requestOf(settings, method, call, token)
    const answer = await exchange(method, url, init, call.answerWithinMs ?? answerWithinMs)
    const refusal = refusalIn(method, answer)
    if (refusal === null) return answer.json
    if (refusal.stale) tokens.refused(token)
    // Refused by its token, it was certainly not carried out.
    if (refusal.stale && !again) return await ask(method, call, true)
    await heed(method, refusal)
    throw errorOf(method, refusal)
  }

  async function waitForTurn(method: string, patience: number): Promise<void> {
    const wait = pace.turn(method, performance.now(), patience)
    if (wait === null) {
      const retryAfterMs = pace.waitFor(method, performance.now())
      throw new PlatformError('rate-limited', `${method}: too many calls wait for their turn`, { retryAfterMs })
    }
    if (wait > 0) await sleep(wait)
  }

  async function heed(method: string, { kind, retryAfterMs = 0, banned, spent }: Refused): Promise<void> {
    if (banned) pace.holdAll(performance.now(), retryAfterMs)
    else if (kind === 'rate-limited') pace.hold(method, performance.now(), retryAfterMs)
    if (spent) await quota.isSpent()
  }

  return { ask: (method, call) => ask(method, call) }
}

/** The address book and sign-in are free of charge. */
function isMetered(method: string): boolean {
  return !/^(topapi\/v2\/(user|department)\/|v1\.0\/oauth2\/)/.test(method)
}

/** The new API takes its token in a header, the old one in the address. */
function requestOf({ apiUrl, oapiUrl }: ClientParts['settings'], method: string, call: Call, token: string) {
  const { verb = 'POST', body } = call
  const content: RequestInit = body instanceof FormData ? { body } : jsonBody(body)
  if (!method.startsWith('v1.0/')) {
    return { url: `${oapiUrl}/${method}?access_token=${encodeURIComponent(token)}`, init: { method: verb, ...content } }
  }
  const headers = { ...content.headers, 'x-acs-dingtalk-access-token': token }
  return { url: `${apiUrl}/${method}`, init: { method: verb, ...content, headers } }
}
