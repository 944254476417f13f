import { addDays, type LocalDate } from '../../../calendar/dates.ts'
import { sourcesOf } from '../figures.ts'
import type { Metric } from '../metric.ts'
import type { Multiplier } from '../store/sums.ts'

/** From that day on one unit of the currency is worth so much of the team's own. */
export interface DatedRate {
  readonly currency: string
  readonly date: LocalDate
  readonly rate: number
}

/** How amounts of several currencies came together. */
export interface Converted {
  readonly into: string
  /** Those that hold on any of the days. */
  readonly rates: readonly DatedRate[]
  /** Of which no rate is known; then there are no figures. */
  readonly missing: MissingRate | null
}

/** The first day on which a rate of the currency was wanted and is not known. */
export interface MissingRate {
  readonly currency: string
  readonly date: LocalDate
}

/** The metric with the currency of its figures: where several come together that is the team's own, which is null. */
export function inItsCurrency(metric: Metric, all: readonly Metric[], own: string): Metric {
  if (metric.formula === null || metric.unit !== 'money') return metric
  const [only, ...others] = currenciesOf(metric, all, own)
  return { ...metric, currency: only === undefined || only === own || others.length > 0 ? null : only }
}

/** The metrics behind it whose values must be converted, since others behind it are in another currency. */
export function foreignTo(metric: Metric, all: readonly Metric[], own: string): readonly Foreign[] {
  if (!mixesCurrencies(metric, all, own)) return []
  return moneyBehind(metric, all).flatMap(({ id, currency }) =>
    currency === null || currency === own ? [] : [{ metricId: id, currency }],
  )
}

/** Whether its figures need rates: then only `readFigures` knows them. */
export function mixesCurrencies(metric: Metric, all: readonly Metric[], own: string): boolean {
  return currenciesOf(metric, all, own).size > 1
}

export interface Foreign {
  readonly metricId: string
  readonly currency: string
}

function currenciesOf(metric: Metric, all: readonly Metric[], own: string): ReadonlySet<string> {
  return new Set(moneyBehind(metric, all).map(({ currency }) => currency ?? own))
}

function moneyBehind(metric: Metric, all: readonly Metric[]): readonly Metric[] {
  return sourcesOf(metric, all).filter(({ unit }) => unit === 'money')
}

/**
 * Each day takes the latest rate that was given for it or before; before the first there is none.
 * @param rates - oldest first, one a day of each currency
 */
export function multipliersFor(foreign: readonly Foreign[], rates: readonly DatedRate[]): readonly Multiplier[] {
  return foreign.flatMap(({ metricId, currency }) => {
    const own = rates.filter(rate => rate.currency === currency)
    const first = own[0]?.date ?? END
    const unrated = { metricId, from: BEGINNING, to: addDays(first, -1), rate: null }
    return [
      unrated,
      ...own.map(({ date, rate }, at) => {
        const next = own[at + 1]?.date
        return { metricId, from: date, to: next === undefined ? END : addDays(next, -1), rate }
      }),
    ]
  })
}

/** Before and after any day that an entry may have. */
const BEGINNING = '0001-01-01'
const END = '9999-12-31'
