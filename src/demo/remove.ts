import type { Clock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { Lang } from '../base/words.ts'
import { clockOffsetKey, keptOffset } from '../schedule/travel.ts'
import type { Store } from '../store/store.ts'
import { inTransaction, type Tx } from '../store/transaction.ts'
import { eraseDemo } from './erase.ts'
import { claimDemo, keepDemoAway, releaseDemo } from './mark.ts'
import { inLongTransaction, makeDemo } from './seed.ts'

/** Removes the demo and what visitors have made of it, and keeps it from coming back with the next start. */
export function removeDemo(store: Store): Promise<{ teams: number; people: number }> {
  return inTransaction(store, async tx => {
    const removed = await eraseDemo(tx)
    await releaseDemo(tx)
    await keepDemoAway(tx)
    await releaseClock(tx)
    return removed
  })
}

interface Reset {
  readonly store: Store
  /** Real time. */
  readonly machine: Clock
  readonly log: Log
  readonly lang: Lang
}

/** Makes the demo anew, all or nothing. Schedules are to be derived anew afterwards. */
export function resetDemo({ store, machine, log, lang }: Reset): Promise<void> {
  return inLongTransaction(store, async tx => {
    await eraseDemo(tx)
    await releaseDemo(tx)
    await claimDemo(tx)
    await releaseClock(tx)
    const now = new Date(machine.now().getTime() + (await keptOffset(tx)))
    await makeDemo(tx, { now, log, lang })
  })
}

/** The clock goes back to the present, unless there is another team: for that one, time must not run backwards. */
async function releaseClock(tx: Tx): Promise<void> {
  if ((await tx.team.count()) === 0) await tx.installation.deleteMany({ where: { key: clockOffsetKey } })
}
