import type { LocalDate } from '../../../calendar/dates.ts'
import type { Period } from '../../../calendar/periods.ts'
import type { Metric } from '../../metrics/metric.ts'
import type { Converted } from '../../metrics/money/conversion.ts'

export const poolStates = ['running', 'reached', 'expired', 'cancelled'] as const
export type PoolState = (typeof poolStates)[number]

/** A target of the whole team and what it unlocks. */
export interface Pool {
  readonly id: string
  readonly name: string
  readonly metricKey: string
  readonly target: number
  readonly period: Period
  readonly unlocks: string
  readonly state: PoolState
  /** When it was reached or ran out, and the figure by then. */
  readonly settledAt: Date | null
  readonly settled: number | null
}

/** A pool and how far it has come; once settled, how far it had. */
export interface PoolProgress {
  readonly pool: Pool
  readonly metric: Metric
  /** How amounts of several currencies came together; while a rate is missing, value and share are 0 and say nothing. */
  readonly converted: Converted | null
  readonly value: number
  /** Of the target: 1 is reached, more is more. */
  readonly share: number
}

/** What becomes of a running pool. It is reached once: later corrections do not undo it. */
export function outcomeOf({ pool, value }: Pick<PoolProgress, 'pool' | 'value'>, date: LocalDate): PoolState {
  if (pool.state !== 'running') return pool.state
  if (value >= pool.target) return 'reached'
  return pool.period.to < date ? 'expired' : 'running'
}
