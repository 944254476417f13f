import { compute, type Formula, metricsIn } from './formula/formula.ts'
import { figureOf, findKey, type Metric } from './metric.ts'

/** What a member's entries of a metric add up to. */
interface Sum {
  readonly metricId: string
  readonly memberId: string
  readonly value: number
  readonly entries: number
}

/** What a metric comes to for a member. */
export interface MemberFigure {
  readonly memberId: string
  readonly value: number
}

/** The metrics whose entries a metric is made of: itself, or whatever its formula comes down to, archived ones too. */
export function sourcesOf(metric: Metric, all: readonly Metric[]): readonly Metric[] {
  if (metric.formula === null) return [metric]
  const parts = metricsIn(metric.formula).flatMap(key => {
    const part = findKey(all, key)
    return part ? sourcesOf(part, all) : []
  })
  return [...new Set(parts)]
}

/** Nobody is in it who has no figure: without entries of any source, or where a formula has no value. */
export function memberFigures(metric: Metric, all: readonly Metric[], sums: readonly Sum[]): readonly MemberFigure[] {
  const sources = new Set(sourcesOf(metric, all).map(({ id }) => id))
  const own = sums.filter(({ metricId, entries }) => sources.has(metricId) && entries > 0)
  return [...Map.groupBy(own, ({ memberId }) => memberId)].flatMap(([memberId, theirs]) => {
    const value = figureFrom(metric, all, theirs)
    return value === null ? [] : [{ memberId, value }]
  })
}

function figureFrom(metric: Metric, all: readonly Metric[], sums: readonly Sum[]): number | null {
  if (metric.formula !== null) return worked(metric.formula, all, sums)
  const sum = sums.find(({ metricId }) => metricId === metric.id)
  // Of a count nobody recorded there were none; of a percentage there is nothing to average.
  if (sum === undefined) return metric.unit === 'percent' ? null : 0
  return figureOf(metric, sum)
}

function worked(formula: Formula, all: readonly Metric[], sums: readonly Sum[]): number | null {
  const value = compute(formula, key => {
    const part = findKey(all, key)
    return part && figureFrom(part, all, sums)
  })
  return value === null ? null : Math.round(value * 1e4) / 1e4
}
