import { compare, type LocalDate } from '../../calendar/dates.ts'
import type { TeamContext } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { figureOfDay, tellCorrected, withReports } from './correct-day.ts'
import { correctionsTo, quantised, rollupChanges } from './entry-changes.ts'
import type { Metric } from './metric.ts'
import {
  addToRollups,
  type DayEntry,
  type EntryFacts,
  entriesOfDays,
  type FigureDay,
  insertEntries,
  lockEntriesOf,
  type ReportChange,
} from './store/entries.ts'

/** What a member's figure of a day should be, whatever it is made of. */
export interface DayFigure {
  readonly memberId: string
  readonly metric: Metric
  readonly date: LocalDate
  readonly value: number
}

/** The same beside what the day's figure is now; null where nothing counts yet. */
export type Compared<F extends DayFigure> = F & { readonly before: number | null }

/** How each differs from what counts now. */
export async function compareDays<F extends DayFigure>(tx: Tx, figures: readonly F[]): Promise<readonly Compared<F>[]> {
  const standing = await standingOf(tx, figures)
  return figures.map(figure => {
    const before = figureOfDay(figure.metric, standing.get(keyOf(dayOf(figure))) ?? [])
    return { ...figure, value: quantised(figure.value), before }
  })
}

/** Until the transaction ends nobody else changes those days by hand. */
export async function lockDaysOf(tx: Tx, figures: readonly DayFigure[]): Promise<void> {
  await lockEntriesOf(tx, figures.map(dayOf))
}

/** No more are written in one statement: a database takes 65,535 values at once, and an entry has a dozen. */
const AT_ONCE = 1000

/**
 * Makes each figure what it should be: a new entry where nothing counts yet, corrections where it was another one, nothing
 * where it was so already. Corrections of all are told to others once. Each day may be given once only; lock them first.
 */
export async function setDays(
  ctx: Pick<TeamContext, 'tx' | 'now' | 'team' | 'emit'>,
  figures: readonly DayFigure[],
  facts: Pick<EntryFacts, 'source' | 'importId' | 'reason' | 'createdBy'>,
): Promise<void> {
  const { tx, team, now } = ctx
  const standing = await standingOf(tx, figures)
  const changes = figures
    .flatMap(figure => changesTo(figure, standing.get(keyOf(dayOf(figure))) ?? []))
    // In the order in which everybody takes the sums.
    .toSorted((one, other) => compare(keyOf(one.figure), keyOf(other.figure)))
  for (let at = 0; at < changes.length; at += AT_ONCE) {
    const some = changes.slice(at, at + AT_ONCE)
    await insertEntries(tx, { ...facts, teamId: team.id, reportId: null, createdAt: now }, some)
    await addToRollups(tx, rollupChanges(some))
  }
  const corrected = changes.filter(({ replaces }) => replaces !== null).map(({ figure }) => figure)
  const [first, ...others] = new Map(corrected.map(day => [`${day.metricId}:${day.date}`, day])).values()
  if (!first) return
  const rest = others.map(({ metricId, date }) => ({ metricId, date }))
  tellCorrected(ctx, first, rest)
}

function changesTo(figure: DayFigure, standing: readonly DayEntry[]): readonly ReportChange[] {
  const { metric } = figure
  const value = quantised(figure.value)
  const before = figureOfDay(metric, standing)
  if (before === null) return [{ figure: { ...dayOf(figure), value }, replaces: null, reportId: null }]
  return before === value ? [] : withReports(correctionsTo(metric.aggregation, standing, value), standing)
}

async function standingOf(tx: Tx, figures: readonly DayFigure[]): Promise<ReadonlyMap<string, readonly DayEntry[]>> {
  return Map.groupBy(await entriesOfDays(tx, figures.map(dayOf)), keyOf)
}

function dayOf({ memberId, metric, date }: DayFigure): FigureDay {
  return { memberId, metricId: metric.id, date }
}

/** As sums are ordered. */
function keyOf({ metricId, date, memberId }: FigureDay): string {
  return `${metricId}:${date}:${memberId}`
}
