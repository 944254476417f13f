import type { LocalDate } from '../../calendar/dates.ts'
import type { Period } from '../../calendar/periods.ts'
import type { Tx } from '../../store/transaction.ts'
import type { Metric } from '../metrics/catalogue.ts'
import { sumsOf } from '../metrics/entries.ts'
import { leavesOf } from '../team/leaves.ts'
import type { TeamMember } from '../team/members.ts'
import { type Pace, pacesOf, workedDays } from './pace.ts'

export interface Stretch {
  readonly period: Period
  readonly workdays: number
  readonly paces: readonly Pace[]
}

/** A member's numbers over a period, up to today. */
export async function readPaces(
  tx: Tx,
  wanted: {
    readonly member: TeamMember
    readonly metrics: readonly Metric[]
    readonly period: Period
    readonly today: LocalDate
  },
): Promise<Stretch> {
  const { member, metrics, period, today } = wanted
  const { memberId } = member
  const leaves = (await leavesOf(tx, [memberId], period.from, period.to)).get(memberId) ?? []
  const workdays = workedDays(member, leaves, period, today)
  const metricIds = metrics.map(({ id }) => id)
  const sums = await sumsOf(tx, { metricIds, from: period.from, to: period.to, memberIds: [memberId] })
  return { period, workdays, paces: pacesOf(metrics, sums, workdays) }
}
