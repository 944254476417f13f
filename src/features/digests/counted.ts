import { quantised } from '../metrics/entry-changes.ts'
import { figureOf, type Metric } from '../metrics/metric.ts'
import type { Report } from '../reports/report.ts'

/** A value that counts on the day of the round. */
export interface Counting {
  readonly memberId: string
  readonly metricId: string
  /** The report that said it, or whose value it corrects; null for what came in by another way. */
  readonly reportId: string | null
  readonly value: number
}

/** What counts of the reports of a round, by now. */
export type Counted = (report: Report, metric: Metric) => number | null

/**
 * What a report says, until somebody corrects it; what was added to the day beside its reports belongs to the only one that
 * there is, and to none of several.
 *
 * @param entries - all that count on that day for those who reported
 */
export function countedFrom(entries: readonly Counting[]): Counted {
  const byDay = Map.groupBy(entries, ({ memberId, metricId }) => `${memberId} ${metricId}`)
  return ({ id, memberId, values }, metric) => {
    const said = values[metric.key] ?? null
    const day = byDay.get(`${memberId} ${metric.id}`) ?? []
    const hasOther = day.some(({ reportId }) => reportId !== null && reportId !== id)
    const own = day.filter(({ reportId }) => reportId === id || (reportId === null && !hasOther))
    if (own.length === 0) return said
    const value = quantised(own.reduce((sum, one) => sum + one.value, 0))
    // What a report names no longer counts as 0.
    if (said === null && value === 0) return null
    return figureOf(metric, { value, entries: own.length })
  }
}
