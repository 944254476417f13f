import type { Clock } from '../base/clock.ts'
import { type Log, scrub } from '../base/log.ts'
import { PlatformError } from '../platform/errors.ts'
import type { Delivery, Head } from './delivery.ts'
import { type Exits, perform } from './perform.ts'
import { type Attempt, attemptsFor, isHarmless } from './plan.ts'
import { afterFailure, deadlineOf, type Verdict } from './policy.ts'
import { claim, earlierVersion, type Settlement, settle } from './store.ts'
import type { Destination, SurfacesOf, Way } from './ways.ts'

export interface Desk extends Exits {
  readonly conversation: string
  readonly clock: Clock
  readonly log: Log
  readonly random: () => number
  readonly surfacesOf: SurfacesOf
}

/** Claims a delivery, sends its next part by the best way that is open, and settles it; answers as what. */
export async function deliver(
  desk: Desk,
  head: Head,
  destination: Destination,
  ways: readonly Way[],
): Promise<Settlement> {
  const earlier = await earlierVersion(desk.db, desk.conversation, head)
  const delivery = await claim(desk.db, head.id)
  if (!delivery) {
    desk.log.error({ delivery: head.id }, 'delivery cannot be read')
    return conclude(desk, head.id, { state: 'failed', note: 'rejected: its content cannot be read' })
  }
  const attempts = attemptsFor(delivery, destination, ways, earlier, desk.surfacesOf)
  const lost = head.state === 'sending' && !isHarmless(attempts[0], delivery.repeatable, desk.surfacesOf)
  return conclude(desk, head.id, lost ? afterLoss(desk, delivery) : await tryAll(desk, delivery, attempts))
}

export async function conclude({ db }: Pick<Desk, 'db'>, id: string, settlement: Settlement): Promise<Settlement> {
  await settle(db, [id], settlement)
  return settlement
}

function afterLoss(desk: Desk, delivery: Delivery): Settlement {
  desk.log.error({ delivery: delivery.id, purpose: delivery.purpose }, 'nobody knows whether a delivery arrived')
  return { state: 'failed', note: 'uncertain: the process ended while it was being sent' }
}

/** Goes through the attempts until one succeeds, or must wait, or none is left. */
async function tryAll(desk: Desk, delivery: Delivery, attempts: readonly Attempt[]): Promise<Settlement> {
  let refusal = new PlatformError('unreachable', 'the way on which it began is closed')
  for (const attempt of attempts) {
    try {
      return await perform(desk, delivery, attempt, desk.clock.now())
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error
      refusal = error
    }
    const verdict = judge(desk, delivery, attempt, refusal)
    if (verdict.do === 'retry') return { state: 'again', at: verdict.at, note: noteOf(refusal) }
    if (verdict.do === 'fail') break
  }
  desk.log.error({ ...factsOf(delivery, refusal), err: refusal }, 'delivery failed')
  return { state: 'failed', note: noteOf(refusal) }
}

function judge(desk: Desk, delivery: Delivery, attempt: Attempt, refusal: PlatformError): Verdict {
  const verdict = afterFailure(refusal, {
    attempts: delivery.attempts,
    now: desk.clock.now(),
    deadline: deadlineOf(delivery),
    harmless: isHarmless(attempt, delivery.repeatable, desk.surfacesOf),
    jitter: desk.random(),
  })
  const facts = factsOf(delivery, refusal)
  if (refusal.kind === 'unauthorized') desk.log.error(facts, 'a platform refuses our credentials')
  else if (verdict.do === 'retry') desk.log.warn(facts, 'delivery will be tried again')
  else if (verdict.do === 'other-way') desk.log.info(facts, 'delivery looks for another way')
  return verdict
}

function factsOf(delivery: Delivery, refusal: PlatformError) {
  return { delivery: delivery.id, purpose: delivery.purpose, attempts: delivery.attempts, kind: refusal.kind }
}

function noteOf(refusal: PlatformError): string {
  return `${refusal.kind}: ${scrub(refusal.message)}`
}
