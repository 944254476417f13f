import { addDays } from '../../calendar/dates.ts'
import { type Leave, onLeave } from '../../calendar/leave.ts'
import { type Period, periodOf, previous } from '../../calendar/periods.ts'
import { workdaysBetween } from '../../calendar/workdays.ts'
import { leavesOf } from '../team/leaves.ts'
import type { TeamMember } from '../team/members.ts'
import { chosenMetrics, type Occasion } from './occasion.ts'
import type { Praise } from './praise.ts'
import { recoveryOf } from './recovery.ts'
import { weekSums } from './store.ts'

/** The one to praise, the two before it, and those that make the average. */
const WEEKS = 1 + 2 + 8

export async function findRecoveries(occasion: Occasion): Promise<readonly Praise[]> {
  const { tx, members, today, from } = occasion
  const weeks = weeksBefore(periodOf('week', today))
  const [first, last] = [weeks[0], weeks.at(-1)]
  if (!first || !last || last.to < from) return []
  const metrics = chosenMetrics(occasion)
  const memberIds = members.map(({ memberId }) => memberId)
  const metricIds = metrics.map(({ id }) => id)
  const sums = await weekSums(tx, { metricIds, memberIds, from: first.from, to: last.to })
  const values = new Map(
    sums.map(({ metricId, memberId, start, value }) => [`${metricId} ${memberId} ${start}`, value]),
  )
  const leaves = await leavesOf(tx, memberIds, first.from, last.to)
  const since = addDays(last.to, 1)
  return metrics.flatMap(({ id, key }) =>
    members.flatMap(member => {
      const { memberId } = member
      const done = weeks.map(week => ({
        period: week.key,
        value: values.get(`${id} ${memberId} ${week.from}`) ?? 0,
        workdays: workdaysOf(member, leaves.get(memberId) ?? [], week),
      }))
      return recoveryOf(memberId, key, done, since) ?? []
    }),
  )
}

function weeksBefore(week: Period): readonly Period[] {
  const weeks: Period[] = []
  for (let one = previous(week); weeks.length < WEEKS; one = previous(one)) weeks.unshift(one)
  return weeks
}

function workdaysOf({ calendar, joinedOn }: TeamMember, leaves: readonly Leave[], { from, to }: Period): number {
  return workdaysBetween(calendar, from, to, 'usual-week').filter(date => joinedOn <= date && !onLeave(leaves, date))
    .length
}
