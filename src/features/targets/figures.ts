import type { Metric } from '../metrics/catalogue.ts'
import { memberFigures } from '../metrics/figures.ts'

export interface Sum {
  readonly metricId: string
  readonly memberId: string
  readonly value: number
  readonly entries: number
}

/** What a metric comes to over all those sums, whoever brought them; null where there is no figure. */
export function figureFor(metric: Metric, all: readonly Metric[], sums: readonly Sum[]): number | null {
  return memberFigures(metric, all, [...together(sums)])[0]?.value ?? null
}

function together(sums: readonly Sum[]): Iterable<Sum> {
  const byMetric = new Map<string, Sum>()
  for (const { metricId, value, entries } of sums) {
    const before = byMetric.get(metricId) ?? { value: 0, entries: 0 }
    const sum = Math.round((before.value + value) * 1e4) / 1e4
    byMetric.set(metricId, { metricId, memberId: '', value: sum, entries: before.entries + entries })
  }
  return byMetric.values()
}
