import { PlatformError } from '../platform/errors.ts'
import { inTransaction } from '../store/transaction.ts'
import type { Delivery, Head } from './delivery.ts'
import { type Desk, factsOf, judge, noteOf } from './desk.ts'
import { type RefusedMail, refusedMail } from './mail-addresses.ts'
import { perform } from './perform.ts'
import { type Attempt, attemptsFor, isHarmless } from './plan.ts'
import { canBeSought, search } from './search.ts'
import { claim, earlierVersion, type Settlement, settle } from './store.ts'
import type { Destination, Way } from './ways.ts'

/**
 * Claims a delivery, sends its next part by the best way that is open, and settles it; answers as what. One that may be out
 * already is looked for instead, unless it may be heard twice.
 */
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
    return conclude(desk, head, { state: 'failed', note: 'rejected: its content cannot be read' })
  }
  const attempts = attemptsFor(delivery, destination, ways, earlier, desk.surfacesOf)
  const lost = head.state === 'sending' && !isHarmless(attempts[0], delivery.repeatable, desk.surfacesOf)
  const settlement = await (lost ? search : tryAll)(desk, delivery, attempts)
  const refused = refusedMail(head, destination, settlement)
  return refused ? concludeRefused(desk, head, settlement, refused) : conclude(desk, head, settlement)
}

export async function conclude({ db }: Pick<Desk, 'db'>, head: Head, settlement: Settlement): Promise<Settlement> {
  await settle(db, [head], settlement)
  return settlement
}

/** Whose address it is hears of it, unless nothing is given up either. */
async function concludeRefused(
  { store, mailRefused }: Desk,
  head: Head,
  settlement: Settlement,
  refused: RefusedMail,
): Promise<Settlement> {
  await inTransaction(store, async tx => {
    await settle(tx, [head], settlement)
    await mailRefused?.(tx, refused)
  })
  return settlement
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
    const next = afterRefusal(desk, delivery, attempt, refusal)
    if (next === 'fail') break
    if (next !== 'other-way') return next
  }
  desk.log.error({ ...factsOf(delivery, refusal), err: refusal }, 'delivery failed')
  const isTheirs = refusal.kind === 'unreachable' && attempts.length > 0
  return { state: 'failed', note: noteOf(refusal), ...(isTheirs && { refused: true }) }
}

function afterRefusal(
  desk: Desk,
  delivery: Delivery,
  attempt: Attempt,
  refusal: PlatformError,
): Settlement | 'other-way' | 'fail' {
  const harmless = isHarmless(attempt, delivery.repeatable, desk.surfacesOf)
  const verdict = judge(desk, delivery, refusal, harmless || canBeSought(desk, attempt))
  const facts = factsOf(delivery, refusal)
  if (refusal.kind === 'unauthorized') desk.log.error(facts, 'a platform refuses our credentials')
  if (verdict.do === 'fail') return 'fail'
  if (verdict.do === 'other-way') {
    desk.log.info(facts, 'delivery looks for another way')
    return 'other-way'
  }
  const lost = refusal.kind === 'uncertain' && !harmless
  desk.log.warn(facts, lost ? 'delivery may have arrived and will be looked for' : 'delivery will be tried again')
  return { state: lost ? 'lost' : 'again', at: verdict.at, note: noteOf(refusal) }
}
