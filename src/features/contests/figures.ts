import type { LocalDate } from '../../calendar/dates.ts'
import { memberFigures } from '../metrics/figures.ts'
import type { Metric } from '../metrics/metric.ts'
import type { DayAmount } from '../metrics/read-figures.ts'
import type { Entrant } from './contest.ts'

/** The sum of a member's entries of a metric on a day. */
export type Day = DayAmount

/** By member id: what the days come to; whoever has no figure is not in it. */
export function valuesOver(metric: Metric, all: readonly Metric[], days: readonly Day[]): ReadonlyMap<string, number> {
  const sums = new Map<string, Day>()
  for (const day of days) add(sums, day)
  return new Map(memberFigures(metric, all, [...sums.values()]).map(({ memberId, value }) => [memberId, value]))
}

/** What each of them has come to by the end of each day on which something was added, oldest first. */
export function* running(
  metric: Metric,
  all: readonly Metric[],
  days: readonly Day[],
): Generator<{ readonly date: LocalDate; readonly memberId: string; readonly value: number }> {
  const sums = new Map<string, Map<string, Day>>()
  for (const [date, added] of [...Map.groupBy(days, day => day.date)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const [memberId, theirs] of Map.groupBy(added, day => day.memberId)) {
      const own = sums.get(memberId) ?? new Map<string, Day>()
      sums.set(memberId, own)
      for (const day of theirs) add(own, day)
      for (const { value } of memberFigures(metric, all, [...own.values()])) yield { date, memberId, value }
    }
  }
}

function add(sums: Map<string, Day>, day: Day): void {
  const key = `${day.metricId} ${day.memberId}`
  const sum = sums.get(key)
  sums.set(key, sum ? { ...sum, value: sum.value + day.value, entries: sum.entries + day.entries } : day)
}

/** The value that counts: as it is, or, with a handicap, how many percent it is of the member's own measure. */
export function counted(value: number, divisor: Entrant['divisor']): number {
  if (divisor === null) return value
  return Math.round((value / divisor) * 1e4) / 100
}
