import type { PlatformErrorKind } from '../platform/errors.ts'

export interface Failure {
  readonly kind: PlatformErrorKind
  readonly retryAfterMs?: number | undefined
}

export interface Situation {
  /** How often it was tried, this time included. */
  readonly attempts: number
  readonly now: Date
  /** After this moment it is not worth sending any more. */
  readonly deadline: Date
  /** Being heard twice does no harm. */
  readonly harmless: boolean
  /** From 0 up to 1: spreads those who failed together. */
  readonly jitter: number
}

export type Verdict =
  | { readonly do: 'retry'; readonly at: Date }
  /** Not by this path: say it another way, if there is one. */
  | { readonly do: 'other-way' }
  | { readonly do: 'fail' }

const SECOND = 1000
const MINUTE = 60 * SECOND
const backoff = { first: 2 * SECOND, cap: 10 * MINUTE }

/** An operator has to act first; a try every few minutes notices that they did. */
const refusedWait = 5 * MINUTE

/** How long a message without an end of its own is worth sending. */
const defaultLife = 24 * 60 * MINUTE

export function deadlineOf(delivery: { readonly createdAt: Date; readonly expiresAt: Date | null }): Date {
  return delivery.expiresAt ?? new Date(delivery.createdAt.getTime() + defaultLife)
}

/** What to do after a platform did not take a message. */
export function afterFailure(failure: Failure, situation: Situation): Verdict {
  switch (failure.kind) {
    case 'rate-limited':
    case 'unavailable':
      return retryIn(patience(failure, situation), situation)
    case 'uncertain':
      return situation.harmless ? retryIn(patience(failure, situation), situation) : { do: 'fail' }
    case 'unauthorized':
      return retryIn(Math.max(refusedWait, patience(failure, situation)), situation)
    case 'forbidden':
    case 'unreachable':
    case 'reply-expired':
      return { do: 'other-way' }
    case 'rejected':
      return { do: 'fail' }
  }
}

/** Milliseconds to wait: what the platform asked for and up to a tenth more, else a doubling wait, half of it by chance. */
function patience(failure: Failure, { attempts, jitter }: Situation): number {
  if (failure.retryAfterMs !== undefined) return failure.retryAfterMs * (1 + jitter / 10)
  const doubled = Math.min(backoff.cap, backoff.first * 2 ** Math.min(attempts - 1, 30))
  return (doubled * (1 + jitter)) / 2
}

function retryIn(wait: number, { now, deadline }: Situation): Verdict {
  const at = new Date(now.getTime() + Math.ceil(wait))
  return at <= deadline ? { do: 'retry', at } : { do: 'fail' }
}
