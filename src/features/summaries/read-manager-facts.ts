import { addDays } from '../../calendar/dates.ts'
import { lengthOf, type Period, rangeOf } from '../../calendar/periods.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { membersAt } from '../boards/read-board.ts'
import { sumsOf } from '../metrics/entries.ts'
import { workedDays } from '../overview/pace.ts'
import { leavesOf } from '../team/leaves.ts'
import type { ManagerFacts, SummaryFacts } from './facts.ts'
import { readReports } from './store.ts'

/** Reads what only managers are told of. */
export async function readManagerFacts(
  tx: Tx,
  team: Team,
  { period, until, metrics }: SummaryFacts,
): Promise<ManagerFacts> {
  const members = await membersAt(tx, team, period, until)
  const ids = members.map(({ memberId }) => memberId)
  const before = usualSpan(period)
  const leaves = await leavesOf(tx, ids, before.from, period.to)
  const today = toLocal(until, team.zone).date
  const worked = (member: (typeof members)[number], span: Period) =>
    workedDays(member, leaves.get(member.memberId) ?? [], span, today)
  return {
    usual: await sumsOf(tx, {
      metricIds: metrics.map(({ id }) => id),
      from: before.from,
      to: before.to,
      memberIds: ids,
    }),
    workdays: new Map(
      members.map(member => [member.memberId, { now: worked(member, period), before: worked(member, before) }]),
    ),
    given: await readReports(tx, { teamId: team.id, period, until }),
  }
}

const SHORTEST_DAYS = 28
const LONGEST_DAYS = 92

/** Four times as long as the period, within a month and a quarter: enough for a habit, and not so long that it is another's. */
function usualSpan(period: Period): Period {
  const days = Math.min(LONGEST_DAYS, Math.max(SHORTEST_DAYS, 4 * lengthOf(period)))
  return rangeOf(addDays(period.from, -days), addDays(period.from, -1))
}
