import { PlatformError } from '../platform/errors.ts'
import type { Delivery } from './delivery.ts'
import { type Desk, factsOf, judge, noteOf } from './desk.ts'
import { find, type Say } from './perform.ts'
import { type Attempt, isHarmless } from './plan.ts'
import type { Settlement } from './store.ts'

/** Whether the platform of this attempt can be asked what arrived. */
export function canBeSought({ adapters }: Pick<Desk, 'adapters'>, attempt: Attempt): attempt is Say {
  return attempt.do === 'say' && adapters.get(attempt.way.platform)?.find !== undefined
}

/**
 * Looks for a delivery of which nobody knows whether it arrived, wherever it may have gone: found, it is out; not there, it
 * is sent again. Where that cannot be told it is given up, for what is said twice cannot be taken back.
 */
export async function search(desk: Desk, delivery: Delivery, attempts: readonly Attempt[]): Promise<Settlement> {
  const now = desk.clock.now()
  const facts = { delivery: delivery.id, purpose: delivery.purpose }
  try {
    for (const attempt of attempts) {
      if (attempt.do !== 'say' || isHarmless(attempt, delivery.repeatable, desk.surfacesOf)) continue
      const found = await find(desk, delivery, attempt, now)
      if (found === null) continue
      desk.log.info(facts, 'a delivery had arrived after all')
      return found
    }
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    return cannotTell(desk, delivery, error)
  }
  desk.log.info(facts, 'a delivery had not arrived and is sent again')
  return { state: 'again', at: now, note: 'uncertain: looked for it and it was not there' }
}

function cannotTell(desk: Desk, delivery: Delivery, refusal: PlatformError): Settlement {
  const facts = factsOf(delivery, refusal)
  const verdict = judge(desk, delivery, refusal, true)
  if (verdict.do === 'retry') {
    desk.log.warn(facts, 'nobody can tell yet whether a delivery arrived')
    return { state: 'lost', at: verdict.at, note: `uncertain: ${noteOf(refusal)}` }
  }
  desk.log.error(facts, 'nobody knows whether a delivery arrived')
  return { state: 'failed', note: 'uncertain: it was being sent, and nobody can tell whether it arrived' }
}
