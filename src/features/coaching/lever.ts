import { median } from '../../base/median.ts'
import type { Metric } from '../metrics/catalogue.ts'

/** What a member did of a metric in each of the same weeks, oldest first. */
export interface Weekly {
  readonly metric: Metric
  readonly values: readonly number[]
}

/** The activity with which a member's result rises and falls most. */
export interface Lever {
  readonly metric: Metric
  /** Of it in the middle week; `more` are the weeks above. */
  readonly usual: number
  /** The result on average in the weeks with more than usual of it, and in the others. */
  readonly result: { readonly more: number; readonly less: number }
}

/** Fewer weeks than these tell chance from nothing. */
const LEAST_WEEKS = 8
/** Of a rank correlation, from -1 to 1. */
const LEAST_CORRELATION = 0.4

/**
 * By rank correlation, so that one giant deal decides nothing. Null where the weeks are too few or nothing goes along. It
 * says what went together, never that one made the other.
 */
export function leverOf(result: Weekly, activities: readonly Weekly[]): Lever | null {
  if (result.values.length < LEAST_WEEKS) return null
  const known = activities
    .map(({ metric, values }) => ({ metric, values, strength: rankCorrelation(values, result.values) }))
    .filter(({ strength }) => strength >= LEAST_CORRELATION)
    .toSorted((one, other) => other.strength - one.strength || one.metric.position - other.metric.position)
  for (const { metric, values } of known) {
    const usual = median(values)
    const more = result.values.filter((_, week) => (values[week] ?? 0) > usual)
    const less = result.values.filter((_, week) => (values[week] ?? 0) <= usual)
    if (mean(more) > mean(less)) return { metric, usual, result: { more: mean(more), less: mean(less) } }
  }
  return null
}

/** Spearman's; 0 where one side never changes. */
export function rankCorrelation(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [ranks(one), ranks(other)]
  const [meanA, meanB] = [mean(a), mean(b)]
  const together = sum(a.map((rank, at) => (rank - meanA) * ((b[at] ?? meanB) - meanB)))
  const apart = Math.sqrt(sum(a.map(rank => (rank - meanA) ** 2)) * sum(b.map(rank => (rank - meanB) ** 2)))
  return apart === 0 ? 0 : together / apart
}

/** Equals share the middle of their places. */
function ranks(values: readonly number[]): readonly number[] {
  const sorted = values.toSorted((one, other) => one - other)
  return values.map(value => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2)
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
