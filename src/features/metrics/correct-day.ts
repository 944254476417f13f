import { UserError } from '../../base/errors.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import type { TeamContext } from '../../context.ts'
import { correctionsTo, type EntryChange, quantised, rollupChanges } from './entry-changes.ts'
import { figureOf, type Metric } from './metric.ts'
import { nothingToCorrect } from './refusals.ts'
import {
  addToRollups,
  type DayEntry,
  entriesOfDay,
  type FigureDay,
  insertEntries,
  lockEntriesOf,
  type ReportChange,
} from './store/entries.ts'

export interface Correction {
  readonly memberId: string
  readonly metric: Metric
  readonly date: LocalDate
  /** What the day's figure should be. */
  readonly value: number
  readonly reason: string
  /** The person who says so, who need not be the member. */
  readonly createdBy: string
}

/**
 * Makes a member's figure of a day what it should be, by new entries that replace those which count; answers what it was.
 * Throws UserError where nothing counts yet. When it was so already nothing is written.
 */
export async function correctDay(
  ctx: Pick<TeamContext, 'tx' | 'now' | 'team' | 'emit'>,
  { memberId, metric, date, value: wanted, reason, createdBy }: Correction,
): Promise<number> {
  const { tx, team, now } = ctx
  const day = { memberId, metricId: metric.id, date }
  const value = quantised(wanted)
  // What a report says is corrected by one at a time: the report itself, or us.
  await lockEntriesOf(tx, [day])
  const standing = await entriesOfDay(tx, day)
  const before = figureOfDay(metric, standing)
  if (before === null) throw new UserError('entry-none', nothingToCorrect(metric, date))
  const changes = correctionsTo(metric.aggregation, standing, value)
  if (changes.length === 0) return before
  const why = reason === '' ? null : reason
  const facts = { teamId: team.id, source: 'manual', reportId: null, reason: why, createdBy, createdAt: now } as const
  await insertEntries(tx, facts, withReports(changes, standing))
  await addToRollups(tx, rollupChanges(changes))
  tellCorrected(ctx, day)
  return before
}

/** What the entries of a day make; null without any. */
export function figureOfDay(metric: Metric, standing: readonly DayEntry[]): number | null {
  if (standing.length === 0) return null
  const value = quantised(standing.reduce((sum, entry) => sum + entry.value, 0))
  return figureOf(metric, { value, entries: standing.length })
}

/** A correction of what a report said belongs to that report. */
export function withReports(changes: readonly EntryChange[], standing: readonly DayEntry[]): readonly ReportChange[] {
  const reports = new Map(standing.map(({ id, reportId }) => [id, reportId]))
  return changes.map(change => ({ ...change, reportId: (change.replaces && reports.get(change.replaces.id)) ?? null }))
}

/** Lets whatever has shown the figure know that it is another one now; `others` are those corrected along with it. */
export function tellCorrected(
  { team, now, emit }: Pick<TeamContext, 'now' | 'team' | 'emit'>,
  { memberId, metricId, date }: FigureDay,
  others: readonly Pick<FigureDay, 'metricId' | 'date'>[] = [],
): void {
  const payload = { memberId, metricId, date, at: now.toISOString(), ...(others.length > 0 && { others }) }
  emit({ name: 'entries.corrected', teamId: team.id, payload })
}

/** Whether anything counts for the metric of the member on that day. */
export async function hasDay({ tx }: Pick<TeamContext, 'tx'>, day: FigureDay): Promise<boolean> {
  return (await entriesOfDay(tx, day)).length > 0
}
