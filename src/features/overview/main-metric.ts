import type { Metric } from '../metrics/metric.ts'
import { addsUp } from '../targets/metric-rules.ts'

/**
 * The metric that says most, of those whose days add up and that there is anything of: results before activities, first what
 * the team ranks itself by.
 */
export function mainMetric(
  metrics: readonly Metric[],
  { ranked, has }: { readonly ranked: readonly string[]; readonly has: (metric: Metric) => boolean },
): Metric | null {
  const isRanked = ({ key }: Metric) => ranked.includes(key)
  const ofKind = (kind: Metric['kind']) => {
    const own = metrics.filter(metric => metric.kind === kind && metric.direction === 'more' && addsUp(metric))
    const first = ranked.flatMap(key => own.filter(metric => metric.key === key))
    return [...first, ...own.filter(metric => !isRanked(metric))]
  }
  return [...ofKind('result'), ...ofKind('activity')].find(has) ?? null
}
