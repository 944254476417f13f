import type { LocalDate } from '../../calendar/dates.ts'
import { type Leave, onLeave } from '../../calendar/leave.ts'
import type { Period } from '../../calendar/periods.ts'
import { type WorkCalendar, workdaysBetween } from '../../calendar/workdays.ts'
import { figureOf, type Metric, type Together } from '../metrics/metric.ts'

/** What a member did in a period, and what that makes for each workday of it so far. */
export interface Pace {
  readonly metric: Metric
  readonly done: number
  /** Null where an average of days says nothing: for averages and stocks, and before the first workday. */
  readonly perWorkday: number | null
}

interface Sum extends Together {
  readonly metricId: string
}

/** In the order of the metrics; those without any entry are left out. */
export function pacesOf(metrics: readonly Metric[], sums: readonly Sum[], workdays: number): readonly Pace[] {
  return metrics.flatMap((metric): Pace[] => {
    const sum = sums.find(({ metricId }) => metricId === metric.id)
    if (!sum) return []
    const done = figureOf(metric, sum)
    const hasAverage = metric.aggregation === 'sum' && workdays > 0
    return [{ metric, done, perWorkday: hasAverage ? Math.round((done / workdays) * 100) / 100 : null }]
  })
}

/** The days of the period up to today that the member worked: since they joined, without the days taken off whole. */
export function workedDays(
  { calendar, joinedOn }: { readonly calendar: WorkCalendar; readonly joinedOn: LocalDate },
  leaves: readonly Leave[],
  { from, to }: Pick<Period, 'from' | 'to'>,
  today: LocalDate,
): number {
  const days = workdaysBetween(calendar, from, to < today ? to : today, 'usual-week')
  return days.filter(date => date >= joinedOn && !onLeave(leaves, date)).length
}
