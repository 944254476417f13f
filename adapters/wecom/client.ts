import type { Clock } from '../../src/base/clock.ts'
import { fromRefusal, type Twice } from './errors.ts'
import { type Answer, addressOf, exchange } from './exchange.ts'
import { type AppCredentials, createToken } from './token.ts'

export interface Call {
  readonly query?: Readonly<Record<string, string>>
  /** Posted as JSON, or as a form with a file in it; without it the call is a GET. */
  readonly body?: object
  readonly twice: Twice
  /** Where it may take longer than usual. */
  readonly answerWithinMs?: number
}

/** WeCom's API as the self-built app may use it. */
export interface WeComClient {
  /** Makes a call such as `message/send` and answers its success. Throws only PlatformError, and tries nothing twice. */
  ask(method: string, call: Call): Promise<Answer>
}

export interface ClientParts extends AppCredentials {
  /** Real time. */
  readonly clock: Clock
  readonly answerWithinMs?: number
}

/** It was forged, or its time is over; either way the call was not carried out. */
const tokenRefused: ReadonlySet<number> = new Set([40014, 42001])

export function createClient({ clock, answerWithinMs, ...credentials }: ClientParts): WeComClient {
  const tokens = createToken(credentials, { clock, answerWithinMs })

  async function attempt(method: string, { query, body, twice, answerWithinMs: needed }: Call) {
    const token = await tokens.get()
    const url = addressOf(credentials.apiUrl, method, { ...query, access_token: token })
    const answer = await exchange({ method, url, body, twice, answerWithinMs: answerWithinMs ?? needed })
    return { token, answer }
  }

  return {
    async ask(method, call) {
      const first = await attempt(method, call)
      let { answer } = first
      if (tokenRefused.has(answer.errcode)) {
        tokens.refuse(first.token)
        answer = (await attempt(method, call)).answer
      }
      if (answer.errcode !== 0) throw fromRefusal(method, answer)
      return answer
    },
  }
}
