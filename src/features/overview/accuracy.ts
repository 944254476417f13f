import { pairOf } from '../reports/pair.ts'
import type { Report } from '../reports/report.ts'

type Said = Pick<Report, 'date' | 'values'>

/**
 * How near the plans came to what happened, from 0 to 1: the mean over the days of which both plan and report have numbers
 * of the same metric. Null without any such day. Of several reports about a day the last one counts.
 */
export function planAccuracy(
  metrics: readonly { readonly key: string }[],
  plans: readonly Said[],
  reports: readonly Said[],
): number | null {
  const planned = new Map(plans.map(({ date, values }) => [date, values]))
  const done = new Map(reports.map(({ date, values }) => [date, values]))
  const days = [...done].flatMap(([date, values]) => pairOf(metrics, planned.get(date) ?? {}, values).accuracy ?? [])
  return days.length === 0 ? null : days.reduce((sum, one) => sum + one, 0) / days.length
}
