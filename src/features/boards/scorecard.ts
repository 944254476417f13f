import type { Metric } from '../metrics/metric.ts'
import { addsUp } from '../targets/metric-rules.ts'

/** A metric of a scorecard. Weights are whole numbers that count against each other: 3 and 1 are 75 % and 25 %. */
export interface Weighted {
  readonly metric: Metric
  readonly weight: number
}

/** What a member brought of a metric and what they were to bring; null where it is not known. */
export interface PartFacts {
  readonly figure: number | null
  readonly target: number | null
}

export interface ScoredPart extends Weighted, PartFacts {
  /** Of the own target: in per cent, to one decimal, from 0 to what is counted at most. Null where it is left out. */
  readonly attainment: number | null
}

export interface Score {
  readonly parts: readonly ScoredPart[]
  /** From 0 to 150, to one decimal; null where too much is left out for a comparison. */
  readonly points: number | null
}

export interface Scorecard {
  readonly weights: readonly Weighted[]
  /** Member id → everybody who may be on the board, also without points. */
  readonly scores: ReadonlyMap<string, Score>
}

/**
 * What a metric counts at most, in per cent of the own target. More of the same does not make up for the rest beyond half as
 * much again: with it, whoever reaches all of their targets is ahead of whoever outdoes a single one, unless that has more
 * than two thirds of the weight. To stay within a limit is reached or not, and nothing outdoes it.
 */
export const MOST: Readonly<Record<Metric['direction'], number>> = { more: 150, less: 100 }

/** Of the weight; whoever can be measured by less of it is not compared with those who are measured by all. */
const LEAST_SHARE = 0.5

/**
 * How a member stands towards the own target. Without a target the part is left out, whatever was done. Of a count that
 * nobody recorded there was none; but what should stay small counts only if it was recorded, and an average, a stock or a
 * ratio without entries nobody knows: these are left out, too.
 */
export function partOf(weighted: Weighted, { figure, target }: PartFacts): ScoredPart {
  const { metric } = weighted
  const done = figure ?? (metric.direction === 'more' && addsUp(metric) ? 0 : null)
  return {
    ...{ ...weighted, figure: done, target },
    attainment: done === null || target === null ? null : attainmentOf(metric, done, target),
  }
}

/** Of what should stay small: 100 % up to the target, then less by as much as it is exceeded, and none from double on. */
function attainmentOf({ direction }: Metric, figure: number, target: number): number | null {
  if (direction === 'more') return target > 0 ? counted('more', (figure / target) * 100) : null
  if (target <= 0) return figure <= 0 ? MOST.less : 0
  return counted('less', 200 - (figure / target) * 100)
}

function counted(direction: Metric['direction'], percent: number): number {
  return Math.round(Math.min(Math.max(percent, 0), MOST[direction]) * 10) / 10
}

/** The attainments by their weights; what is left out leaves its weight to the others in their proportion. */
export function scoreOf(parts: readonly ScoredPart[]): Score {
  const known = knownWeight(parts)
  const all = parts.reduce((sum, { weight }) => sum + weight, 0)
  if (known === 0 || known < all * LEAST_SHARE) return { parts, points: null }
  // Tenths are whole numbers: sums of them are exact, so weights in the same proportion give the same points.
  const sum = parts.reduce((total, { weight, attainment }) => total + weight * Math.round((attainment ?? 0) * 10), 0)
  return { parts, points: Math.round(sum / known) / 10 }
}

/** The weight of the parts that are counted. */
export function knownWeight(parts: readonly ScoredPart[]): number {
  return parts.reduce((sum, { weight, attainment }) => (attainment === null ? sum : sum + weight), 0)
}
