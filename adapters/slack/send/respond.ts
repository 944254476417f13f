import { z } from 'zod'
import { PlatformError } from '../../../src/platform/errors.ts'
import { jsonOf } from '../../shared/json.ts'
import { answerWithin } from '../client.ts'
import { fromRefusal, fromSilence, kindOfStatus } from '../errors.ts'

const method = 'response_url'

const refusal = z.object({
  error: z.string(),
  response_metadata: z.object({ messages: z.array(z.string()).optional() }).optional(),
})

/** Answers by a response url, so that the asker alone sees it. Throws only PlatformError. */
export async function respond(responseUrl: string, message: object, answerWithinMs = answerWithin): Promise<void> {
  const response = await post(
    responseUrl,
    { ...message, replace_original: false, response_type: 'ephemeral' },
    answerWithinMs,
  )
  if (response.status === 429) {
    const seconds = Number(response.headers.get('retry-after')) || 1
    throw new PlatformError('rate-limited', `${method}: ratelimited`, { retryAfterMs: seconds * 1000 })
  }
  if (response.ok) return
  // Whatever is wrong comes as 404; only the body tells an address that is used up from a message that is refused.
  const refused = refusal.safeParse(response.body)
  if (refused.success) throw fromRefusal(method, refused.data)
  if (response.status === 404) throw new PlatformError('reply-expired', `${method}: HTTP 404`)
  throw new PlatformError(kindOfStatus(method, response.status), `${method}: HTTP ${response.status}`)
}

interface Answer extends Pick<Response, 'status' | 'headers'> {
  /** It was taken. */
  readonly ok: boolean
  readonly body: unknown
}

async function post(url: string, message: object, answerWithinMs: number): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(message),
      redirect: 'error',
      signal: AbortSignal.timeout(answerWithinMs),
    })
    const { status, headers } = response
    const body = jsonOf(await response.text())
    return { status, headers, ok: response.ok && !refusal.safeParse(body).success, body }
  } catch (error) {
    throw error instanceof Error ? fromSilence(method, error) : new PlatformError('uncertain', `${method}: no answer`)
  }
}
