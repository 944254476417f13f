import { z } from 'zod'
import { type Entry as EntryRow, Prisma } from '../../../../prisma/client/client.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import { lock, lockAll } from '../../../store/named-locks.ts'
import type { Tx } from '../../../store/transaction.ts'
import type { EntryChange, ReportedEntry, RollupChange, StandingEntry } from '../entry-changes.ts'

/** Where an entry came from. */
const entrySources = ['report', 'manual', 'import', 'house'] as const
export type EntrySource = (typeof entrySources)[number]

const sourceSchema = z.enum(entrySources)

/** Until the transaction ends nobody else writes the report's entries, so each is corrected once. */
export async function lockReport(tx: Tx, reportId: string): Promise<void> {
  await lock(tx, lockOfReport(reportId))
}

function lockOfReport(reportId: string): string {
  return `entries:${reportId}`
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

/** A metric of a member on a day. */
export interface FigureDay {
  readonly memberId: string
  readonly metricId: string
  readonly date: LocalDate
}

/** Every entry that counts for the metric of the member on that day, oldest first. */
export async function entriesOfDay(tx: Tx, { memberId, metricId, date }: FigureDay): Promise<readonly DayEntry[]> {
  return entriesOfDays(tx, [{ memberId, metricId, date }])
}

/** The same of many days at once, oldest first. */
export async function entriesOfDays(tx: Tx, days: readonly FigureDay[]): Promise<readonly DayEntry[]> {
  const members = days.map(({ memberId }) => memberId)
  const metrics = days.map(({ metricId }) => metricId)
  const dates = days.map(({ date }) => date)
  const rows = await tx.$queryRaw<EntryRow[]>`
    SELECT entry.* FROM unnest(${members}::text[], ${metrics}::text[], ${dates}::text[]) AS day ("memberId", "metricId", date)
    JOIN "Entry" AS entry ON entry."memberId" = day."memberId"::uuid
      AND entry."metricId" = day."metricId"::uuid AND entry.date = day.date
    WHERE NOT EXISTS (SELECT FROM "Entry" AS later WHERE later."replaces" = entry.id)
    ORDER BY entry.id`
  return rows.map(row => ({ ...toStanding(row), reportId: row.reportId }))
}

/**
 * Until the transaction ends nobody else corrects those days by hand, nor writes the entries of reports that say something
 * of them. Days first, then reports, so that nobody waits in a circle.
 */
export async function lockEntriesOf(tx: Tx, days: readonly FigureDay[]): Promise<void> {
  const names = days.map(({ memberId, metricId, date }) => `entries:${memberId}:${metricId}:${date}`)
  await lockAll(tx, names)
  const reports = (await entriesOfDays(tx, days)).flatMap(({ reportId }) => reportId ?? [])
  await lockAll(tx, reports.map(lockOfReport))
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
  readonly importId?: string
  /** The person who said so. */
  readonly createdBy: string
  readonly createdAt: Date
}

/** An entry to be written that belongs to a report of its own, or to none. */
export interface ReportChange extends EntryChange {
  readonly reportId: string | null
}

export async function insertEntries(
  tx: Tx,
  facts: EntryFacts,
  changes: readonly (EntryChange | ReportChange)[],
): Promise<void> {
  await tx.entry.createMany({
    data: changes.map(({ figure, replaces, ...own }) => ({
      ...facts,
      ...own,
      ...figure,
      replaces: replaces?.id ?? null,
    })),
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
