import { UserError } from '../../base/errors.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import type { TeamContext } from '../../context.ts'
import { correctionsTo, quantised, rollupChanges } from './entry-changes.ts'
import { figureOf, type Metric } from './metric.ts'
import { nothingToCorrect } from './refusals.ts'
import { addToRollups, entriesOfDay, insertEntries, lockDay, lockReport } from './store/entries.ts'

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
  await lockDay(tx, memberId, metric.id, date)
  // What a report says is corrected by one at a time: the report itself, or us.
  const reports = (await entriesOfDay(tx, day)).flatMap(({ reportId }) => reportId ?? [])
  for (const reportId of [...new Set(reports)].toSorted()) await lockReport(tx, reportId)
  const standing = await entriesOfDay(tx, day)
  if (standing.length === 0) throw new UserError('entry-none', nothingToCorrect(metric, date))
  const before = figureOf(metric, {
    value: quantised(standing.reduce((sum, entry) => sum + entry.value, 0)),
    entries: standing.length,
  })
  const changes = correctionsTo(metric.aggregation, standing, value)
  for (const change of changes) {
    const reportId = standing.find(({ id }) => id === change.replaces?.id)?.reportId ?? null
    const why = reason === '' ? null : reason
    const facts = { teamId: team.id, source: 'manual', reportId, reason: why, createdBy, createdAt: now } as const
    await insertEntries(tx, facts, [change])
  }
  if (changes.length === 0) return before
  await addToRollups(tx, rollupChanges(changes))
  tellCorrected(ctx, day)
  return before
}

/** Lets whatever has shown the figure know that it is another one now. */
export function tellCorrected(
  { team, now, emit }: Pick<TeamContext, 'now' | 'team' | 'emit'>,
  day: { readonly memberId: string; readonly metricId: string; readonly date: LocalDate },
): void {
  const { memberId, metricId, date } = day
  emit({ name: 'entries.corrected', teamId: team.id, payload: { memberId, metricId, date, at: now.toISOString() } })
}

/** Whether anything counts for the metric of the member on that day. */
export async function hasDay(
  { tx }: Pick<TeamContext, 'tx'>,
  day: { readonly memberId: string; readonly metricId: string; readonly date: LocalDate },
): Promise<boolean> {
  return (await entriesOfDay(tx, day)).length > 0
}
