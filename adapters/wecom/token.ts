import { z } from 'zod'
import type { Clock } from '../../src/base/clock.ts'
import { PlatformError } from '../../src/platform/errors.ts'
import { oneFlight } from '../shared/flights.ts'
import { fromRefusal } from './errors.ts'
import { type Answer, addressOf, exchange } from './exchange.ts'

/** What the self-built app is known by. */
export interface AppCredentials {
  readonly corpId: string
  readonly secret: string
  /** Without a slash at its end. */
  readonly apiUrl: string
}

export interface Token {
  /** A token that is good as far as we know; whoever asks meanwhile shares the one question. Throws PlatformError. */
  get(): Promise<string>
  /** WeCom does not take this one: the next is another, unless there is another already. */
  refuse(token: string): void
}

/** So long before its end a token is not used any more: the call itself takes its time. */
const MARGIN_MS = 5 * 60_000

const granted = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() })

export interface TokenParts {
  /** Real time. */
  readonly clock: Clock
  readonly answerWithinMs?: number | undefined
}

export function createToken(credentials: AppCredentials, { clock, answerWithinMs }: TokenParts): Token {
  let kept: { readonly token: string; readonly until: number } | null = null
  const now = () => clock.now().getTime()

  const renew = oneFlight(async () => {
    const askedAt = now()
    const answer = await askForToken(credentials, answerWithinMs)
    if (answer.errcode !== 0) throw fromRefusal('gettoken', answer)
    const read = granted.safeParse(answer)
    if (!read.success) throw new PlatformError('unavailable', 'gettoken: the answer holds no token')
    const { access_token: token, expires_in: seconds } = read.data
    // At least half of its life, lest a token with a very short one is asked for with every call.
    kept = { token, until: askedAt + Math.max(seconds * 1000 - MARGIN_MS, seconds * 500) }
    return token
  })

  return {
    get: async () => (kept !== null && now() < kept.until ? kept.token : renew('')),
    refuse(token) {
      if (kept?.token === token) kept = null
    },
  }
}

/** Asks WeCom for a token; a refusal is an answer. Throws PlatformError where there is none. */
export function askForToken({ corpId, secret, apiUrl }: AppCredentials, answerWithinMs?: number): Promise<Answer> {
  const url = addressOf(apiUrl, 'gettoken', { corpid: corpId, corpsecret: secret })
  return exchange({ method: 'gettoken', url, twice: 'nothing', answerWithinMs })
}
