import { z } from 'zod'
import { type Entry as EntryRow, Prisma } from '../../../../prisma/client/client.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import type { Tx } from '../../../store/transaction.ts'
import type { EntryChange, ReportedEntry, RollupChange, StandingEntry } from '../entry-changes.ts'
import { lock } from './lock.ts'

/** Where an entry came from. */
const entrySources = ['report', 'manual', 'import', 'house'] as const
export type EntrySource = (typeof entrySources)[number]

const sourceSchema = z.enum(entrySources)

/** Until the transaction ends nobody else writes the report's entries, so each is corrected once. */
export async function lockReport(tx: Tx, reportId: string): Promise<void> {
  await lock(tx, `entries:${reportId}`)
}

/** What counts of a report now: its entries, and corrections of them, that no other one replaces. */
export async function standingEntries(tx: Tx, teamId: string, reportId: string): Promise<readonly ReportedEntry[]> {
  const rows = await tx.entry.findMany({ where: { reportId, teamId }, orderBy: { id: 'asc' } })
  const replaced = new Set(rows.map(row => row.replaces))
  const said = new Map(rows.filter(({ source }) => source === 'report').map(row => [row.metricId, toStanding(row)]))
  return rows
    .filter(row => !replaced.has(row.id))
    .map(toStanding)
    .map(entry => ({ ...entry, said: said.get(entry.metricId) ?? entry }))
}

/** An entry that counts, and where it came from. */
export interface DayEntry extends StandingEntry {
  readonly reportId: string | null
}

/** Every entry that counts for the metric of the member on that day, oldest first. */
export async function entriesOfDay(
  tx: Tx,
  day: { readonly memberId: string; readonly metricId: string; readonly date: LocalDate },
): Promise<readonly DayEntry[]> {
  const { memberId, metricId, date } = day
  const rows = await tx.entry.findMany({ where: { memberId, metricId, date }, orderBy: { id: 'asc' } })
  const later = await tx.entry.findMany({ where: { replaces: { in: rows.map(({ id }) => id) } } })
  const replaced = new Set(later.map(({ replaces }) => replaces))
  return rows.filter(({ id }) => !replaced.has(id)).map(row => ({ ...toStanding(row), reportId: row.reportId }))
}

/** Until the transaction ends nobody else corrects or adds to that day by hand. */
export async function lockDay(tx: Tx, memberId: string, metricId: string, date: LocalDate): Promise<void> {
  await lock(tx, `entries:${memberId}:${metricId}:${date}`)
}

function toStanding({ id, metricId, memberId, date, value }: EntryRow): StandingEntry {
  return { id, metricId, memberId, date, value: value.toNumber() }
}

/** What all entries that are written together have in common. */
export interface EntryFacts {
  readonly teamId: string
  readonly source: EntrySource
  readonly reportId: string | null
  readonly reason: string | null
  /** The person who said so. */
  readonly createdBy: string
  readonly createdAt: Date
}

export async function insertEntries(tx: Tx, facts: EntryFacts, changes: readonly EntryChange[]): Promise<void> {
  await tx.entry.createMany({
    data: changes.map(({ figure, replaces }) => ({ ...facts, ...figure, replaces: replaces?.id ?? null })),
  })
}

/**
 * Adds to the sums inside the database, so that two transactions at once lose nothing. Rows are taken in one order by
 * everybody, so that they do not wait for each other in a circle.
 */
export async function addToRollups(tx: Tx, changes: readonly RollupChange[]): Promise<void> {
  const rows = changes.map(
    ({ metricId, date, memberId, value, entries }) =>
      Prisma.sql`(${metricId}::uuid, ${date}, ${memberId}::uuid, ${value.toFixed(4)}::numeric, ${entries}::int)`,
  )
  await tx.$executeRaw`
    INSERT INTO "MetricDay" AS day ("metricId", "date", "memberId", "value", "entries")
    SELECT "metricId", "date", "memberId", SUM("value"), SUM("entries")
    FROM (VALUES ${Prisma.join(rows)}) AS change ("metricId", "date", "memberId", "value", "entries")
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT ("metricId", "date", "memberId") DO UPDATE
    SET "value" = day."value" + EXCLUDED."value", "entries" = day."entries" + EXCLUDED."entries"`
}

/** An entry as `/trace` shows it. */
export interface TracedEntry extends StandingEntry {
  readonly source: EntrySource
  readonly reason: string | null
  readonly createdBy: string
  readonly createdAt: Date
  readonly corrects: boolean
  /** What a later entry says instead; null while this one counts. */
  readonly correctedTo: number | null
}

/** Every entry of one member and metric in those days, counting or corrected, oldest first. */
export async function readTrace(
  tx: Tx,
  { memberId, metricId, from, to }: { memberId: string; metricId: string; from: LocalDate; to: LocalDate },
): Promise<readonly TracedEntry[]> {
  const where = { memberId, metricId, date: { gte: from, lte: to } }
  const rows = await tx.entry.findMany({ where, orderBy: [{ date: 'asc' }, { id: 'asc' }] })
  // A correction may lie on another day than what it corrects, so it is looked up by what it replaces.
  const later = await tx.entry.findMany({ where: { replaces: { in: rows.map(row => row.id) } } })
  const correctedTo = new Map(later.map(row => [row.replaces, row.value.toNumber()]))
  return rows.map(({ id, date, value, source, reason, createdBy, createdAt, replaces }) => ({
    ...{ id, memberId, metricId, date, reason, createdBy, createdAt },
    value: value.toNumber(),
    source: sourceSchema.parse(source),
    corrects: replaces !== null,
    correctedTo: correctedTo.get(id) ?? null,
  }))
}
