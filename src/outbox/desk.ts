import type { Clock } from '../base/clock.ts'
import { type Log, scrub } from '../base/log.ts'
import type { PlatformError } from '../platform/errors.ts'
import type { Store } from '../store/store.ts'
import type { Tx } from '../store/transaction.ts'
import type { Delivery } from './delivery.ts'
import type { RefusedMail } from './mail-addresses.ts'
import type { Exits } from './perform.ts'
import { afterFailure, deadlineOf, type Verdict } from './policy.ts'
import type { SurfacesOf } from './ways.ts'

/** What is at hand for a conversation while it is sent. */
export interface Desk extends Exits {
  readonly conversation: string
  readonly clock: Clock
  readonly log: Log
  readonly random: () => number
  readonly surfacesOf: SurfacesOf
  readonly store: Store
  readonly mailRefused?: (tx: Tx, refused: RefusedMail) => Promise<void>
}

/** `harmless` is true where trying again says nothing twice. */
export function judge(desk: Desk, delivery: Delivery, refusal: PlatformError, harmless: boolean): Verdict {
  const { attempts } = delivery
  const now = desk.clock.now()
  return afterFailure(refusal, { attempts, now, deadline: deadlineOf(delivery), harmless, jitter: desk.random() })
}

/** What a log line about a delivery that was not taken tells. */
export function factsOf(delivery: Delivery, refusal: PlatformError) {
  return { delivery: delivery.id, purpose: delivery.purpose, attempts: delivery.attempts, kind: refusal.kind }
}

export function noteOf(refusal: PlatformError): string {
  return `${refusal.kind}: ${scrub(refusal.message)}`
}
