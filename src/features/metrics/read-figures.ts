import type { LocalDate } from '../../calendar/dates.ts'
import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { type MemberFigure, sourcesOf } from './figures.ts'
import type { Metric } from './metric.ts'
import { ownCurrency } from './metric-settings.ts'
import { type Amount, type Amounts, convertDays, convertedIn, figuresOf } from './money/amounts.ts'
import { type Converted, type DatedRate, foreignTo, multipliersFor } from './money/conversion.ts'
import { readRates } from './money/rate-store.ts'
import { type FigureFilter, type Multiplier, readDays, readDaysAsOf, readSums, readSumsAsOf } from './store/sums.ts'

interface Stretch {
  /** Every metric that a formula may come down to, archived ones too. */
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

/** What a metric comes to for each member over the days, recorded or worked out, in whatever currencies. */
export async function readFigures(
  tx: Tx,
  team: Team,
  { metric, ...stretch }: Stretch & { readonly metric: Metric },
): Promise<Figures> {
  const amounts = await readAmounts(tx, team, { metrics: [metric], ...stretch })
  return { figures: figuresOf(metric, stretch.all, amounts), converted: convertedIn(metric, stretch.all, amounts) }
}

interface Wanted extends Stretch {
  /** Of which figures are to be made. */
  readonly metrics: readonly Metric[]
}

/** Each member's sums over the days behind any of the metrics. Two queries where some mix currencies, else one. */
export function readAmounts(tx: Tx, team: Team, wanted: Wanted): Promise<Amounts> {
  const { asOf } = wanted
  return amountsBy(tx, team, wanted, (filter, multipliers) =>
    asOf
      ? readSumsAsOf(tx, { ...filter, memberIds: asOf.memberIds }, asOf.at, multipliers)
      : readSums(tx, filter, multipliers),
  )
}

export type DayAmount = Awaited<ReturnType<typeof readDays>>[number] & Amount

/** The same day by day, in the order of the days. */
export function readDailyAmounts(tx: Tx, team: Team, wanted: Wanted): Promise<Amounts<DayAmount>> {
  const { asOf } = wanted
  return amountsBy(tx, team, wanted, async (filter, multipliers) => {
    const days = asOf
      ? await readDaysAsOf(tx, { ...filter, memberIds: asOf.memberIds }, asOf.at)
      : await readDays(tx, filter)
    return convertDays(days, multipliers)
  })
}

type Read<A> = (filter: FigureFilter, multipliers: readonly Multiplier[]) => Promise<readonly A[]>

async function amountsBy<A extends Amount>(
  tx: Tx,
  team: Team,
  { metrics, all, from, to, memberIds, asOf }: Wanted,
  read: Read<A>,
): Promise<Amounts<A>> {
  const into = ownCurrency(team)
  const foreign = metrics.flatMap(metric => foreignTo(metric, all, into))
  const mixed = metrics.filter(metric => foreignTo(metric, all, into).length > 0)
  const filterFor = (some: readonly Metric[]) => ({
    metricIds: [...new Set(some.flatMap(metric => sourcesOf(metric, all)).map(({ id }) => id))],
    ...{ from, to, ...(memberIds && { memberIds }) },
  })
  const recorded = await read(filterFor(metrics.filter(metric => !mixed.includes(metric))), [])
  if (mixed.length === 0) return { recorded, converted: [], into, rates: [] }
  const currencies = [...new Set(foreign.map(({ currency }) => currency))]
  const rates: readonly DatedRate[] = await readRates(tx, {
    ...{ teamId: team.id, into, currencies, from, to },
    ...(asOf && { asOf: asOf.at }),
  })
  // A source behind several metrics is converted alike for all of them.
  const once = [...new Map(foreign.map(one => [one.metricId, one])).values()]
  return { recorded, converted: await read(filterFor(mixed), multipliersFor(once, rates)), into, rates }
}
