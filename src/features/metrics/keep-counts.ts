import type { LocalDate } from '../../calendar/dates.ts'
import type { TeamContext } from '../../context.ts'
import { tellCorrected } from './correct-day.ts'
import { correctionsTo, type EntryChange, type Figure, rollupChanges } from './entry-changes.ts'
import { byHouse, type Metric } from './metric.ts'
import { readMetrics } from './store/catalogue.ts'
import { type CountedDay, countedDays, firstDay, lockDays } from './store/counts.ts'
import { addToRollups, insertEntries } from './store/entries.ts'

/** What the house counted of a member on a day. */
export interface Count {
  readonly memberId: string
  /** Whose doing it counts. */
  readonly personId: string
  readonly date: LocalDate
  /** Metric key → value. */
  readonly values: Readonly<Record<string, number>>
}

/**
 * Keeps what was counted, in those of the metrics that the team has and leaves to the house. A day counted again changes
 * nothing; counted differently it is corrected, also over somebody's own correction, and a day of which nothing was ever
 * counted is not begun with zeros alone.
 */
export async function keepCounts(
  ctx: Pick<TeamContext, 'tx' | 'now' | 'team' | 'emit'>,
  counts: readonly Count[],
): Promise<void> {
  const { tx, team, now } = ctx
  const metrics = await countedMetrics(
    ctx,
    counts.flatMap(({ values }) => Object.keys(values)),
  )
  if (metrics.length === 0 || counts.length === 0) return
  const days = {
    metricIds: metrics.map(({ id }) => id),
    days: counts.map(({ memberId, date }) => ({ memberId, date })),
  }
  await lockDays(tx, days)
  const counted = await countedDays(tx, days)
  const written: EntryChange[] = []
  for (const { personId, ...count } of counts) {
    const changes = metrics.flatMap(metric => changesOf(metric, count, counted))
    if (changes.length === 0 || changes.every(({ figure, replaces }) => replaces === null && figure.value === 0))
      continue
    const facts = { source: byHouse, reportId: null, reason: null, createdBy: personId, createdAt: now } as const
    await insertEntries(tx, { teamId: team.id, ...facts }, changes)
    written.push(...changes)
  }
  if (written.length === 0) return
  await addToRollups(tx, rollupChanges(written))
  for (const { figure, replaces } of written) if (replaces !== null) tellCorrected(ctx, figure)
}

/** Whether the team has any of these metrics for the house to count. */
export async function countsAny(ctx: Pick<TeamContext, 'tx' | 'team'>, keys: readonly string[]): Promise<boolean> {
  return (await countedMetrics(ctx, keys)).length > 0
}

/** The earliest day of which the house counted any of these; null while it has not begun to. */
export async function countedSince(
  ctx: Pick<TeamContext, 'tx' | 'team'>,
  keys: readonly string[],
): Promise<LocalDate | null> {
  const metrics = await countedMetrics(ctx, keys)
  return firstDay(
    ctx.tx,
    metrics.map(({ id }) => id),
  )
}

async function countedMetrics(
  { tx, team }: Pick<TeamContext, 'tx' | 'team'>,
  keys: readonly string[],
): Promise<readonly Metric[]> {
  const metrics = await readMetrics(tx, team.id, 'active')
  return metrics.filter(({ key, reportedBy }) => reportedBy === byHouse && keys.includes(key))
}

function changesOf(
  { id: metricId, key }: Metric,
  { memberId, date, values }: Omit<Count, 'personId'>,
  days: readonly CountedDay[],
): readonly EntryChange[] {
  const value = values[key]
  if (value === undefined) return []
  const figure: Figure = { metricId, memberId, date, value }
  const known = days.find(day => day.metricId === metricId && day.memberId === memberId && day.date === date)
  if (!known) return [{ figure, replaces: null }]
  return known.said === value ? [] : correctionsTo('sum', known.standing, value)
}
