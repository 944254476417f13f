import { UserError } from '../../base/errors.ts'
import { VALUE_LIMIT } from '../metrics/entry-changes.ts'
import type { Metric } from '../metrics/metric.ts'
import type { Numeral } from '../reports/line/numeral.ts'
import { decimalsOf } from './metric-rules.ts'
import { inexact, notAbove, notPercent, onlyWhole, tooLarge, whichValue } from './words/refusals.ts'

/** The value that a target of the metric can have. Throws UserError for none, and for one that it cannot have. */
export function valueFor(metric: Metric, said: Numeral | null): number {
  if (said === null) throw new UserError('target-which-value', whichValue(metric))
  const { value, exact, percent } = said
  if (percent && metric.unit !== 'percent') throw new UserError('target-not-percent', notPercent(metric))
  if (!(Math.abs(value) < VALUE_LIMIT)) throw new UserError('target-too-large', tooLarge(metric))
  if (!exact) throw new UserError('target-inexact', inexact(said.text))
  const least = metric.direction === 'less' ? 0 : Number.MIN_VALUE
  if (value < least) throw new UserError('target-not-above', notAbove(metric, least === 0))
  const size = 10 ** decimalsOf(metric)
  if (Math.round(value * size) / size !== value) throw new UserError('target-only-whole', onlyWhole(metric, size === 1))
  return value
}
