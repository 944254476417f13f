import type { Lang } from '../../base/words.ts'
import type { Formula } from './formula/formula.ts'
import { writeFormula } from './formula/write.ts'
import { findKey, type Metric, metricName } from './metric.ts'

/** A formula by the names of its metrics: 签单 / 拜访 * 100. */
export function formulaWords(formula: Formula, metrics: readonly Metric[], lang: Lang): string {
  return writeFormula(formula, key => {
    const metric = findKey(metrics, key)
    return metric ? metricName(metric, lang) : key
  })
}
