import type { Store } from '../../store/store.ts'
import { judgeDeliveries, judgeDigests, judgeQueue } from './judge-messages.ts'
import { judgeNudges } from './judge-nudges.ts'
import { judgeEvents, judgeFigures, judgeReports } from './judge-reports.ts'
import { judgeSlots } from './judge-slots.ts'
import type { Lived } from './live.ts'
import type { Verdict } from './verdict.ts'

/** Holds the house to everything that it has promised, by what is in the database. */
export async function verify(store: Store, { ledger, team, start, end }: Lived): Promise<readonly Verdict[]> {
  const db = store.prisma
  return [
    await judgeEvents(db, ledger),
    await judgeReports(db, team.id, ledger),
    await judgeFigures(db, ledger),
    await judgeSlots(db, team, { start, end }),
    await judgeDigests(db, team.id, end),
    await judgeDeliveries(db, end),
    await judgeNudges(db, team, ledger),
    await judgeQueue(store),
  ]
}
