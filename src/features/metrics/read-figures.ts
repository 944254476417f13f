import type { LocalDate } from '../../calendar/dates.ts'
import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { type MemberFigure, memberFigures, sourcesOf } from './figures.ts'
import type { Metric } from './metric.ts'
import { ownCurrency } from './metric-settings.ts'
import { type DatedRate, foreignTo, multipliersFor } from './money/conversion.ts'
import { readRates } from './money/rate-store.ts'
import { readSums, readSumsAsOf } from './store/sums.ts'

interface Wanted {
  readonly metric: Metric
  /** Every metric that its formula may come down to, archived ones too. */
  readonly all: readonly Metric[]
  readonly from: LocalDate
  readonly to: LocalDate
  /** Without it, everybody's. */
  readonly memberIds?: readonly string[]
  /** Exactly as it was then; without it, from the sums as they are now, whose cost does not grow with the entries. */
  readonly asOf?: { readonly at: Date; readonly memberIds: readonly string[] }
}

export interface Figures {
  readonly figures: readonly MemberFigure[]
  readonly converted: Converted | null
}

/** How amounts of several currencies came together. */
export interface Converted {
  readonly into: string
  /** Those that hold on any of the days. */
  readonly rates: readonly DatedRate[]
  /** Of which no rate is known; the figures are worth nothing then. */
  readonly missing: { readonly currency: string; readonly date: LocalDate } | null
}

/** What a metric comes to for each member over the days, recorded or worked out, in whatever currencies. */
export async function readFigures(tx: Tx, team: Team, wanted: Wanted): Promise<Figures> {
  const { metric, all, from, to, memberIds, asOf } = wanted
  const into = ownCurrency(team)
  const foreign = foreignTo(metric, all, into)
  const currencies = [...new Set(foreign.map(({ currency }) => currency))]
  const rates = await readRates(tx, { teamId: team.id, into, currencies, from, to })
  const filter = { metricIds: sourcesOf(metric, all).map(({ id }) => id), from, to, ...(memberIds && { memberIds }) }
  const multipliers = multipliersFor(foreign, rates)
  const sums = await (asOf
    ? readSumsAsOf(tx, { ...filter, memberIds: asOf.memberIds }, asOf.at, multipliers)
    : readSums(tx, filter, multipliers))
  const figures = memberFigures(metric, all, sums)
  if (foreign.length === 0) return { figures, converted: null }
  const unrated = sums.find(sum => sum.unrated !== null)
  const currency = foreign.find(({ metricId }) => metricId === unrated?.metricId)?.currency
  const date = unrated?.unrated
  return { figures, converted: { into, rates, missing: currency && date ? { currency, date } : null } }
}
