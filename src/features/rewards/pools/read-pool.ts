import { UserError } from '../../../base/errors.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import type { Team } from '../../../context.ts'
import { readMark } from '../../contests/read-marks.ts'
import { directionOf } from '../../contests/read-play.ts'
import { playable, readSpan } from '../../contests/read-span.ts'
import { lessIsBetter, notForPercents, whichMetric } from '../../contests/refusals.ts'
import type { Metric } from '../../metrics/metric.ts'
import { poolUnclear } from '../refusals.ts'
import type { Pool } from './pool.ts'

const LONGEST = 60

interface Typed {
  /** Name, metric, target and period, in any order after the name. */
  readonly head: string
  readonly unlocks: string
}

interface Around {
  readonly metrics: readonly Metric[]
  readonly today: LocalDate
  readonly team: Team
}

/** Reads `团建 签单额 300万 2026-Q4`; the last word that is left is the target. Throws UserError for what cannot be a pool. */
export function readPool(
  { head, unlocks }: Typed,
  { metrics, today }: Around,
): Pick<Pool, 'name' | 'target' | 'period' | 'unlocks'> & { readonly metric: Metric } {
  const { metric, period: said, rest } = readSpan(head, metrics, today)
  if (metric === null) throw new UserError('pool-metric', whichMetric(metrics))
  const period = playable(said, today)
  if (metric.unit === 'percent' || metric.aggregation !== 'sum')
    throw new UserError('pool-percent', notForPercents(metric))
  if (directionOf(metric) === 'least') throw new UserError('pool-least', lessIsBetter(metric))
  const words = rest.split(' ').filter(word => word !== '')
  const target = words.pop()
  const name = words.join(' ')
  const tooLong = [name, unlocks].some(text => [...text].length > LONGEST)
  if (target === undefined || name === '' || unlocks === '' || tooLong) throw new UserError('pool-unclear', poolUnclear)
  return { name, target: readMark(target), period, unlocks, metric }
}
