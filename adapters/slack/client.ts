import { setTimeout as sleep } from 'node:timers/promises'
import { WebClient } from '@slack/web-api'
import type { Log } from '../../src/base/log.ts'
import { PlatformError } from '../../src/platform/errors.ts'
import { toPlatformError } from './errors.ts'
import { createPace } from './pace.ts'
import { sdkLog } from './sdk-log.ts'

/** So long an answer may take. */
export const answerWithin = 10_000

export interface ClientSettings {
  readonly token: string
  /** With a slash at its end. */
  readonly apiUrl: string
  readonly log: Log
  readonly answerWithinMs?: number
}

export interface AskOptions {
  /** Milliseconds that the call may wait for its turn; longer, and it is `rate-limited`. For ever unless told. */
  readonly patience?: number
}

export interface SlackClient {
  /** For the calls inside `ask` alone: by itself it keeps no pace, and fails with errors of its own. */
  readonly web: WebClient
  /**
   * Makes one call of a method at its pace: `ask('users.info', web => web.users.info({ user }))`. Throws only PlatformError,
   * and tries nothing twice: that is for whoever knows whether twice does harm.
   */
  ask<T>(method: string, call: (web: WebClient) => Promise<T>, options?: AskOptions): Promise<T>
}

export function createClient({ token, apiUrl, log, answerWithinMs = answerWithin }: ClientSettings): SlackClient {
  const web = new WebClient(token, {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: answerWithinMs,
    logger: sdkLog(log),
  })
  const pace = createPace()

  return {
    web,
    async ask(method, call, { patience = Number.POSITIVE_INFINITY } = {}) {
      const wait = pace.turn(method, performance.now(), patience)
      if (wait === null) throw tooManyWait(method, pace.waitFor(method, performance.now()))
      if (wait > 0) await sleep(wait)
      try {
        return await call(web)
      } catch (error) {
        const failure = toPlatformError(method, error)
        if (failure.kind === 'rate-limited') pace.hold(method, performance.now(), failure.retryAfterMs ?? unsaidWait)
        throw failure
      }
    },
  }
}

/** When Slack says "too much" and not for how long. */
const unsaidWait = 30_000

function tooManyWait(method: string, retryAfterMs: number): PlatformError {
  return new PlatformError('rate-limited', `${method}: too many calls wait for their turn`, { retryAfterMs })
}
