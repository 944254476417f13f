import { createHmac, timingSafeEqual } from 'node:crypto'

export interface Signed {
  readonly secret: string
  /** `X-Slack-Request-Timestamp`: seconds. */
  readonly timestamp: string | null
  /** `X-Slack-Signature`. */
  readonly signature: string | null
  readonly rawBody: Uint8Array
  readonly now: Date
}

export type Verdict = 'ok' | 'missing' | 'stale' | 'future' | 'forged'

const TOLERANCE_SECONDS = 5 * 60

/**
 * Whether Slack sent this, within five minutes either way. Over the bytes as they came: decoding them first could change
 * them. A request that is played back within the five minutes passes, and is harmless: it is the same event.
 */
export function verify({ secret, timestamp, signature, rawBody, now }: Signed): Verdict {
  if (timestamp === null || signature === null || !/^\d{1,12}$/.test(timestamp)) return 'missing'
  const aheadSeconds = Number(timestamp) - now.getTime() / 1000
  if (aheadSeconds < -TOLERANCE_SECONDS) return 'stale'
  if (aheadSeconds > TOLERANCE_SECONDS) return 'future'
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(rawBody).digest('hex')
  return same(`v0=${digest}`, signature) ? 'ok' : 'forged'
}

function same(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}
