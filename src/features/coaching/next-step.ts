import { addDays, type LocalDate, mondayOf } from '../../calendar/dates.ts'
import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { type Metric, metricsOf } from '../metrics/catalogue.ts'
import { dailyOf } from '../metrics/entries.ts'
import { lastReports } from '../reports/store.ts'
import { type Carried, longestCarried } from './carried.ts'
import { type Lever, leverOf, type Weekly } from './lever.ts'

/** What a member may do next, from their own past; either may be unknown. */
export interface NextStep {
  readonly lever: Lever | null
  readonly carried: Carried | null
}

/** As many full weeks are looked at, and as many reports. */
const WEEKS = 16
const REPORTS = 20

export async function nextStep(
  tx: Tx,
  team: Team,
  { memberId, result, today }: { readonly memberId: string; readonly result: Metric; readonly today: LocalDate },
): Promise<NextStep> {
  const metrics = await metricsOf(tx, team.id)
  const activities = metrics.filter(({ kind, id }) => kind === 'activity' && id !== result.id)
  const end = addDays(mondayOf(today), -1)
  const days = await dailyOf(tx, {
    metricIds: [result, ...activities].map(({ id }) => id),
    ...{ from: addDays(end, 1 - 7 * WEEKS), to: end, memberIds: [memberId] },
  })
  const [first] = days
  const weekOf = (metric: Metric) => weekly(metric, days, first === undefined ? null : mondayOf(first.date), end)
  return {
    lever: leverOf(weekOf(result), activities.map(weekOf)),
    carried: longestCarried(await lastReports(tx, memberId, 'report', REPORTS)),
  }
}

interface Day {
  readonly metricId: string
  readonly date: LocalDate
  readonly value: number
}

/** Week by week since the first in which anything was recorded. */
function weekly(metric: Metric, days: readonly Day[], first: LocalDate | null, end: LocalDate): Weekly {
  const own = days.filter(({ metricId }) => metricId === metric.id)
  const values: number[] = []
  for (let monday = first; monday !== null && monday <= end; monday = addDays(monday, 7)) {
    const week = own.filter(({ date }) => mondayOf(date) === monday)
    values.push(week.reduce((sum, { value }) => sum + value, 0))
  }
  return { metric, values }
}
