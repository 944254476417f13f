import type { Words } from '../../base/words.ts'
import { formulaWords } from '../metrics/formula-words.ts'
import { byHouse, type Metric } from '../metrics/metric.ts'
import { counted, workedOut } from './words.ts'

/** Tells of a metric that is worked out from others, so that it has no values of its own; null for any other. */
export function howWorkedOut(metric: Metric, metrics: readonly Metric[]): Words | null {
  const { formula } = metric
  if (formula === null) return null
  return workedOut(metric, { zh: formulaWords(formula, metrics, 'zh'), en: formulaWords(formula, metrics, 'en') })
}

/** Why nobody records values of the metric; null where people do. */
export function whyNotRecorded(metric: Metric, metrics: readonly Metric[]): Words | null {
  return metric.reportedBy === byHouse ? counted(metric) : howWorkedOut(metric, metrics)
}
