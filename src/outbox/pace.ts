/** A token bucket as it is kept between messages; null at the start means full. */
export interface Bucket {
  readonly tokens: number
  readonly at: Date
}

export type Turn =
  | { readonly go: true; readonly bucket: Bucket }
  /** Milliseconds until the next message may go. */
  | { readonly go: false; readonly wait: number }

const MINUTE = 60_000

/** How many messages may go at once: a few seconds' worth, at least one. */
export function burstOf(perMinute: number): number {
  return Math.max(1, Math.floor(perMinute / 6))
}

/**
 * Asks for the right to send one message at `now`, in real time. The burst is taken out of the minute's allowance, so that
 * no minute, wherever it begins, ever sees more than `perMinute` messages.
 */
export function takeTurn(bucket: Bucket | null, perMinute: number, now: Date, burst = burstOf(perMinute)): Turn {
  const perMs = Math.max(perMinute - burst, perMinute / 2) / MINUTE
  const elapsed = bucket ? Math.max(0, now.getTime() - bucket.at.getTime()) : 0
  const tokens = bucket ? Math.min(burst, bucket.tokens + elapsed * perMs) : burst
  if (tokens >= 1) return { go: true, bucket: { tokens: tokens - 1, at: now } }
  return { go: false, wait: Math.ceil((1 - tokens) / perMs) }
}
