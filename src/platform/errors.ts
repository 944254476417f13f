/**
 * Why a platform did not do what was asked; the outbox decides by `kind` alone.
 *
 * - `rate-limited`, `unavailable`: wait (`retryAfterMs` if told) and try again.
 * - `uncertain`: the body left us and no answer came; resend only what is harmless twice.
 * - `unauthorized`: our credentials are refused; the operator must act, the message waits.
 * - `forbidden`, `unreachable`, `reply-expired`: not by this path; say it another way or give up with a reason.
 * - `rejected`: the message itself is wrong; never try again.
 */
export type PlatformErrorKind =
  | 'rate-limited'
  | 'unavailable'
  | 'uncertain'
  | 'unauthorized'
  | 'forbidden'
  | 'unreachable'
  | 'reply-expired'
  | 'rejected'

export class PlatformError extends Error {
  override readonly name = 'PlatformError'
  readonly kind: PlatformErrorKind
  readonly retryAfterMs: number | undefined

  constructor(kind: PlatformErrorKind, message: string, options: ErrorOptions & { retryAfterMs?: number } = {}) {
    super(message, options)
    this.kind = kind
    this.retryAfterMs = options.retryAfterMs
  }
}
