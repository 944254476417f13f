import { quantised } from '../metrics/entry-changes.ts'
import { figureOf, type Metric } from '../metrics/metric.ts'
import type { Report } from '../reports/report.ts'

/** Metric key → what all the plans, in their order, together say of it; what no plan names is left out. */
export function plannedIn(
  metrics: readonly Metric[],
  plans: readonly Pick<Report, 'values'>[],
): ReadonlyMap<string, number> {
  const planned = new Map<string, number>()
  for (const metric of metrics) {
    const values = plans.flatMap(({ values }) => values[metric.key] ?? [])
    const value = values.reduce((sum, one) => sum + one, 0)
    const last = values.at(-1)
    if (last === undefined) continue
    planned.set(metric.key, figureOf(metric, { value: quantised(value), entries: values.length, last }))
  }
  return planned
}
