import { addDays, type LocalDate } from '../../calendar/dates.ts'
import { type Period, periodOf, previous } from '../../calendar/periods.ts'
import type { Tx } from '../../store/transaction.ts'
import { everyMetricOf, type Metric } from '../metrics/catalogue.ts'
import { dailyOf, sumsOf } from '../metrics/entries.ts'
import { figureOfAll, sourcesOf } from '../metrics/figures.ts'
import type { TargetKind } from './target.ts'
import { type Worker, workingDays } from './working-days.ts'

/** How many past periods of a kind are compared. */
const lookBack: Readonly<Record<TargetKind, number>> = { year: 3, quarter: 8, month: 12, week: 26, day: 60 }

interface Wanted {
  readonly teamId: string
  readonly metric: Metric
  /** Null for the whole team. */
  readonly memberId: string | null
}

/**
 * What came of past periods of that kind which ended before today: from the first one that has any entry and began after
 * the member joined. A period without a figure counts as 0; days count only if they are worked.
 */
export async function pastFigures(
  tx: Tx,
  wanted: Wanted,
  { kind, today, worker }: { readonly kind: TargetKind; readonly today: LocalDate; readonly worker: Worker },
): Promise<readonly number[]> {
  const periods = pastPeriods(kind, today, worker)
  const figures = await figuresOver(tx, wanted, periods)
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

/** What each of the periods came to, in their order; null for one without a figure. Reads sums only, never entries. */
export async function figuresOver(
  tx: Tx,
  { teamId, metric, memberId }: Wanted,
  periods: readonly Pick<Period, 'from' | 'to'>[],
): Promise<readonly (number | null)[]> {
  const [first] = periods
  const last = periods.at(-1)
  if (!first || !last) return []
  const all = await everyMetricOf(tx, teamId)
  const metricIds = sourcesOf(metric, all).map(({ id }) => id)
  const asked = { metricIds, ...(memberId !== null && { memberIds: [memberId] }) }
  if (periods.every(({ from, to }) => from === to)) {
    const byDay = Map.groupBy(await dailyOf(tx, { ...asked, from: first.from, to: last.to }), ({ date }) => date)
    return periods.map(({ from }) => figureOfAll(metric, all, byDay.get(from) ?? []))
  }
  const figures: (number | null)[] = []
  for (const { from, to } of periods) figures.push(figureOfAll(metric, all, await sumsOf(tx, { ...asked, from, to })))
  return figures
}
