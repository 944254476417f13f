import { z } from 'zod'
import type { Clock } from '../../src/base/clock.ts'
import { PlatformError } from '../../src/platform/errors.ts'
import { oneFlight } from '../shared/flights.ts'
import { errorOf, refusalIn } from './errors.ts'
import { exchange, jsonBody } from './exchange.ts'
import type { DingTalkSettings } from './settings.ts'

/** The app's access token: asked for when there is none, and by one alone however many want it. */
export interface Tokens {
  /** Throws PlatformError. */
  take(): Promise<string>
  /** DingTalk does not take this one any more. */
  refused(token: string): void
}

export interface TokensParts {
  readonly settings: Pick<DingTalkSettings, 'clientId' | 'clientSecret' | 'apiUrl'>
  /** Real time. */
  readonly clock: Clock
  readonly answerWithinMs?: number
}

const method = 'v1.0/oauth2/accessToken'
const granted = z.object({ accessToken: z.string().min(1), expireIn: z.number().positive() })
/** So long before its end a token is not taken any more, in milliseconds; of a short-lived one the last tenth. */
const margin = 5 * 60_000

interface Kept {
  readonly token: string
  readonly until: number
}

export function createTokens({ settings, clock, answerWithinMs }: TokensParts): Tokens {
  let kept: Kept | null = null

  const ask = oneFlight(async () => {
    const { clientId: appKey, clientSecret: appSecret, apiUrl } = settings
    const request = { method: 'POST', ...jsonBody({ appKey, appSecret }) }
    const answer = await exchange(method, `${apiUrl}/${method}`, request, answerWithinMs)
    const refusal = refusalIn(method, answer)
    if (refusal !== null) throw errorOf(method, refusal)
    const read = granted.safeParse(answer.json)
    if (!read.success) throw new PlatformError('unavailable', `${method}: the answer names no token`)
    const { accessToken: token, expireIn } = read.data
    const life = expireIn * 1_000
    kept = { token, until: clock.now().getTime() + life - Math.min(margin, life / 10) }
    return token
  })

  return {
    async take() {
      return kept !== null && clock.now().getTime() < kept.until ? kept.token : await ask('token')
    },
    refused(token) {
      if (kept?.token === token) kept = null
    },
  }
}
