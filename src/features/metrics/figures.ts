import { quantised } from './entry-changes.ts'
import { compute, type Formula, metricsIn } from './formula/formula.ts'
import { figureOf, findKey, type Metric, type Together } from './metric.ts'

/** What a member's entries of a metric come to. */
export interface Sum extends Together {
  readonly metricId: string
  readonly memberId: string
}

/** What a metric comes to for a member. */
export interface MemberFigure {
  readonly memberId: string
  readonly value: number
}

/** The metrics whose entries a metric is made of: itself, or whatever its formula comes down to, archived ones too. */
export function sourcesOf(metric: Metric, all: readonly Metric[]): readonly Metric[] {
  return madeOf(metric, all).filter(({ formula }) => formula === null)
}

/** The metric itself first, and every other one that its formula names, directly or by another's. */
export function madeOf(metric: Metric, all: readonly Metric[]): readonly Metric[] {
  const needed = new Set([metric])
  // What is added on the way is come to in turn; what is there already is not added again.
  for (const { formula } of needed)
    for (const key of formula === null ? [] : metricsIn(formula)) {
      const part = findKey(all, key)
      if (part) needed.add(part)
    }
  return [...needed]
}

/** Nobody is in it who has no figure: without entries of any source, or where a formula has no value. */
export function memberFigures(metric: Metric, all: readonly Metric[], sums: readonly Sum[]): readonly MemberFigure[] {
  const sources = new Set(sourcesOf(metric, all).map(({ id }) => id))
  const own = sums.filter(({ metricId, entries }) => sources.has(metricId) && entries > 0)
  return [...Map.groupBy(own, ({ memberId }) => memberId)].flatMap(([memberId, theirs]) => {
    const value = figuresFrom(all, theirs)(metric)
    return value === null ? [] : [{ memberId, value }]
  })
}

/** What a metric comes to over all those sums, whoever brought them; null where there is no figure. */
export function figureOfAll(metric: Metric, all: readonly Metric[], sums: readonly Sum[]): number | null {
  return memberFigures(metric, all, together(sums))[0]?.value ?? null
}

/** Everybody's sums as if one had done it all: so an average is one of all entries, and a ratio one of the whole. */
function together(sums: readonly Sum[]): readonly Sum[] {
  return [...Map.groupBy(sums, ({ metricId }) => metricId)].map(([metricId, its]) => ({
    ...{ metricId, memberId: '' },
    value: total(its.map(({ value }) => value)),
    entries: total(its.map(({ entries }) => entries)),
    // Stocks of several members at one moment add up.
    ...(its.some(({ last }) => last !== undefined) && { last: total(its.map(({ value, last = value }) => last)) }),
  }))
}

function total(values: readonly number[]): number {
  return quantised(values.reduce((sum, value) => sum + value, 0))
}

/** Works out each metric once, in however many formulas it stands. */
function figuresFrom(all: readonly Metric[], sums: readonly Sum[]): (metric: Metric) => number | null {
  const known = new Map<string, number | null>()

  function figure(metric: Metric): number | null {
    const { key, formula } = metric
    const value = known.get(key)
    if (value !== undefined) return value
    const found = formula === null ? recorded(metric, sums) : worked(formula)
    known.set(key, found)
    return found
  }

  function worked(formula: Formula): number | null {
    const value = compute(formula, key => {
      const part = findKey(all, key)
      return part && figure(part)
    })
    return value === null ? null : quantised(value)
  }

  return figure
}

/** Of a count that nobody recorded there were none; what is averaged, or a stock, nobody knows. */
function recorded(metric: Metric, sums: readonly Sum[]): number | null {
  const sum = sums.find(({ metricId }) => metricId === metric.id)
  if (sum === undefined) return metric.aggregation === 'sum' ? 0 : null
  return figureOf(metric, sum)
}
