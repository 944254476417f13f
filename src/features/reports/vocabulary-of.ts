import { type Metric, namesOf } from '../metrics/metric.ts'
import type { MetricKind, Vocabulary } from './line/vocabulary.ts'

const kinds: Readonly<Record<Metric['unit'], MetricKind>> = {
  count: 'count',
  money: 'amount',
  percent: 'percent',
  number: 'number',
}

/** A team's metrics as a typed line may name them. */
export function vocabularyOf(metrics: readonly Metric[]): Vocabulary {
  return metrics.map(metric => ({
    key: metric.key,
    names: namesOf(metric),
    kind: kinds[metric.unit],
    ...(metric.amountKey === null ? {} : { amountKey: metric.amountKey }),
  }))
}
