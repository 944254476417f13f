import { addDays, type LocalDate } from '../../calendar/dates.ts'
import { type Period, periodOf, previous } from '../../calendar/periods.ts'
import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { everyMetricOf, type Metric } from '../metrics/catalogue.ts'
import { type Amounts, convertedIn, figureTogether, onlyAmounts } from '../metrics/money/amounts.ts'
import { readAmounts, readDailyAmounts } from '../metrics/read-figures.ts'
import type { TargetKind } from './target.ts'
import { type Worker, workingDays } from './working-days.ts'

/** How many past periods of a kind are compared. */
const lookBack: Readonly<Record<TargetKind, number>> = { year: 3, quarter: 8, month: 12, week: 26, day: 60 }

interface Wanted {
  readonly team: Team
  readonly metric: Metric
  /** Null for the whole team. */
  readonly memberId: string | null
}

/**
 * What came of past periods of that kind which ended before today: from the first one that has any entry and began after
 * the member joined. A period without a figure counts as 0, one that lacks a rate not at all; days count only if they are
 * worked.
 */
export async function pastFigures(
  tx: Tx,
  wanted: Wanted,
  { kind, today, worker }: { readonly kind: TargetKind; readonly today: LocalDate; readonly worker: Worker },
): Promise<readonly number[]> {
  const periods = pastPeriods(kind, today, worker)
  const figures = (await figuresOver(tx, wanted, periods)).filter(figure => figure !== 'unrated')
  const began = figures.findIndex(figure => figure !== null)
  return began < 0 ? [] : figures.slice(began).map(figure => figure ?? 0)
}

/** Oldest first. */
function pastPeriods(kind: TargetKind, today: LocalDate, worker: Worker): readonly Period[] {
  const count = lookBack[kind]
  const { joinedOn = '' } = worker
  if (kind === 'day') {
    // Weekends and holidays make up less than half of any hundred and twenty days.
    const days = workingDays(worker, addDays(today, -2 * count), addDays(today, -1)).slice(-count)
    return days.map(({ date }) => periodOf('day', date))
  }
  const periods: Period[] = []
  for (let period = previous(periodOf(kind, today)); periods.length < count; period = previous(period)) {
    periods.unshift(period)
  }
  return periods.filter(({ from }) => from >= joinedOn)
}

/** What a period came to: null where there is no figure, `unrated` where nobody knows it since a rate is missing. */
export type PastFigure = number | null | 'unrated'

/** What each of the periods came to, in their order. Reads sums only, never entries. */
export async function figuresOver(
  tx: Tx,
  { team, metric, memberId }: Wanted,
  periods: readonly Pick<Period, 'from' | 'to'>[],
): Promise<readonly PastFigure[]> {
  const [first] = periods
  const last = periods.at(-1)
  if (!first || !last) return []
  const all = await everyMetricOf(tx, team.id)
  const asked = { metrics: [metric], all, ...(memberId !== null && { memberIds: [memberId] }) }
  const figureIn = (amounts: Amounts): PastFigure =>
    convertedIn(metric, all, amounts)?.missing ? 'unrated' : figureTogether(metric, all, amounts)
  if (periods.every(({ from, to }) => from === to)) {
    const daily = await readDailyAmounts(tx, team, { ...asked, from: first.from, to: last.to })
    return periods.map(({ from }) => figureIn(onlyAmounts(daily, ({ date }) => date === from)))
  }
  const figures: PastFigure[] = []
  for (const { from, to } of periods) figures.push(figureIn(await readAmounts(tx, team, { ...asked, from, to })))
  return figures
}
