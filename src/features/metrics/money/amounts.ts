import type { LocalDate } from '../../../calendar/dates.ts'
import { figureOfAll, type MemberFigure, memberFigures, type Sum, sourcesOf } from '../figures.ts'
import type { Metric } from '../metric.ts'
import type { Multiplier } from '../store/sums.ts'
import { type Converted, type DatedRate, foreignTo, mixesCurrencies } from './conversion.ts'

/** What was recorded of a metric, as it counts in a figure. */
export interface Amount extends Sum {
  /** The earliest day with a value for which a rate was wanted and is not known. */
  readonly unrated?: LocalDate | null
}

/** What figures are made of. Only `figuresOf` and `figureTogether` tell which of the two a metric is made of. */
export interface Amounts<A extends Amount = Amount> {
  /** Each in the currency in which it was recorded. */
  readonly recorded: readonly A[]
  /** What stands behind metrics that mix currencies, all in the team's own. */
  readonly converted: readonly A[]
  /** The team's own currency. */
  readonly into: string
  /** Of the foreign currencies in it, those that hold on any of the days. */
  readonly rates: readonly DatedRate[]
}

/** What a metric comes to for each member; for nobody while a rate is missing. */
export function figuresOf(metric: Metric, all: readonly Metric[], amounts: Amounts): readonly MemberFigure[] {
  return memberFigures(metric, all, amountsOf(metric, all, amounts))
}

/** What a metric comes to over all the amounts; null where there is no figure, or a rate is missing. */
export function figureTogether(metric: Metric, all: readonly Metric[], amounts: Amounts): number | null {
  return figureOfAll(metric, all, amountsOf(metric, all, amounts))
}

/** Those that a metric's figures are made of; none while a rate is missing, since a part would look like the whole. */
export function amountsOf<A extends Amount>(metric: Metric, all: readonly Metric[], amounts: Amounts<A>): readonly A[] {
  const converted = convertedIn(metric, all, amounts)
  if (converted === null) return amounts.recorded
  return converted.missing === null ? amounts.converted : []
}

/** How a metric's amounts came together; null where they are of one currency. */
export function convertedIn(metric: Metric, all: readonly Metric[], amounts: Amounts): Converted | null {
  const { converted, into, rates } = amounts
  if (!mixesCurrencies(metric, all, into)) return null
  const sources = new Set(sourcesOf(metric, all).map(({ id }) => id))
  const foreign = new Map(foreignTo(metric, all, into).map(({ metricId, currency }) => [metricId, currency]))
  const currencies = new Set(foreign.values())
  const missing = converted
    .filter(({ metricId }) => sources.has(metricId))
    .flatMap(({ metricId, unrated }) => {
      const currency = foreign.get(metricId)
      return unrated && currency !== undefined ? [{ currency, date: unrated }] : []
    })
    .toSorted((one, other) => (one.date < other.date ? -1 : 1))
  return { into, rates: rates.filter(({ currency }) => currencies.has(currency)), missing: missing[0] ?? null }
}

/** A metric of several currencies, and how they came together. */
export interface Mixed {
  readonly metric: Metric
  readonly converted: Converted
}

/** Those of the metrics that are made of several currencies. */
export function mixedAmong(metrics: readonly Metric[], all: readonly Metric[], amounts: Amounts): readonly Mixed[] {
  return metrics.flatMap(metric => {
    const converted = convertedIn(metric, all, amounts)
    return converted === null ? [] : [{ metric, converted }]
  })
}

/** Those of one member, of one day, or whatever else is asked for. */
export function onlyAmounts<A extends Amount>(amounts: Amounts<A>, isWanted: (amount: A) => boolean): Amounts<A> {
  return { ...amounts, recorded: amounts.recorded.filter(isWanted), converted: amounts.converted.filter(isWanted) }
}

/** Values of days at the rates of these days. */
export function convertDays<D extends Sum & { readonly date: LocalDate }>(
  days: readonly D[],
  multipliers: readonly Multiplier[],
): readonly (D & Amount)[] {
  const byMetric = Map.groupBy(multipliers, ({ metricId }) => metricId)
  return days.map(day => {
    const own = byMetric.get(day.metricId) ?? []
    const held = own.find(({ from, to }) => from <= day.date && day.date <= to)
    if (held === undefined) return day
    if (held.rate !== null) return { ...day, value: day.value * held.rate }
    return day.value === 0 ? day : { ...day, unrated: day.date }
  })
}
