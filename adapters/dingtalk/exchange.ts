import { jsonOf } from '../shared/json.ts'
import { type Answer, fromSilence } from './errors.ts'

/** So long an answer may take. DingTalk's own gateway waits three seconds. */
const answerWithin = 10_000

/** Makes one request and reads the whole answer. Throws only PlatformError, which never names the address. */
export async function exchange(
  method: string,
  url: string,
  init: RequestInit,
  withinMs = answerWithin,
): Promise<Answer> {
  try {
    const response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(withinMs) })
    return { status: response.status, json: jsonOf(await response.text()) }
  } catch (error) {
    throw fromSilence(method, error)
  }
}

export function jsonBody(body: object): RequestInit {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}
