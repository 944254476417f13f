import { z } from 'zod'
import { Prisma } from '../../../prisma/client/client.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import type { Period } from '../../calendar/periods.ts'
import type { Tx } from '../../store/transaction.ts'
import type { Report } from '../reports/report.ts'
import { toReport } from '../reports/report-row.ts'
import type { PlanSum, ReportCount } from './facts.ts'

/** Whose days, and until when what was said of them counts. */
export interface Span {
  readonly teamId: string
  readonly period: Pick<Period, 'from' | 'to'>
  readonly until: Date
}

const within = ({ teamId, period: { from, to }, until }: Span) => ({
  teamId,
  date: { gte: from, lte: to },
  submittedAt: { lte: until },
})

/** Added up where they lie: a year of plans is as many rows as people and metrics. */
export async function readPlanSums(tx: Tx, { teamId, period: { from, to }, until }: Span): Promise<readonly PlanSum[]> {
  const rows = await tx.$queryRaw<{ memberId: string; key: string; value: Prisma.Decimal; plans: number }[]>`
    SELECT "memberId", said.key, SUM(said.value::numeric) AS "value", COUNT(*)::int AS "plans"
    FROM "Report", jsonb_each_text("values") AS said
    WHERE "teamId" = ${teamId}::uuid AND "kind" = 'plan' AND "date" BETWEEN ${from} AND ${to}
      AND "submittedAt" <= ${until}
    GROUP BY 1, 2`
  return rows.map(row => ({ ...row, value: row.value.toNumber() }))
}

/** Metric key → what came of the days that had a plan, of those who made it. */
export async function readFollowed(tx: Tx, { teamId, period, until }: Span): Promise<ReadonlyMap<string, number>> {
  const { from, to } = period
  const rows = await tx.$queryRaw<{ key: string; done: Prisma.Decimal }[]>`
    SELECT "Metric".key, SUM(day.value) AS "done"
    FROM (
      SELECT DISTINCT "memberId", "date" FROM "Report"
      WHERE "teamId" = ${teamId}::uuid AND "kind" = 'plan' AND "date" BETWEEN ${from} AND ${to}
        AND "submittedAt" <= ${until}
    ) AS plan
    JOIN "MetricDay" AS day ON day."memberId" = plan."memberId" AND day."date" = plan."date"
    JOIN "Metric" ON "Metric".id = day."metricId" AND "Metric"."teamId" = ${teamId}::uuid
    GROUP BY 1`
  return new Map(rows.map(({ key, done }) => [key, done.toNumber()]))
}

export async function countReports(tx: Tx, span: Span): Promise<readonly ReportCount[]> {
  const rows = await tx.report.groupBy({
    by: ['memberId', 'status'],
    where: { ...within(span), kind: 'report' },
    _count: true,
  })
  const late = (of: typeof rows) => of.filter(({ status }) => status !== 'on-time')
  const count = (of: typeof rows) => of.reduce((sum, { _count }) => sum + _count, 0)
  return [...Map.groupBy(rows, ({ memberId }) => memberId)].map(([memberId, its]) => ({
    ...{ memberId, reports: count(its), late: count(late(its)) },
  }))
}

/** Blockers of one plan or report, with the version of the form that they answer. */
export interface SaidBlockers {
  readonly memberId: string
  readonly date: LocalDate
  readonly blockers: readonly string[]
  readonly formId: string
  readonly version: number
}

const saidSchema = z.object({
  memberId: z.string(),
  date: z.string(),
  blockers: z.array(z.string()),
  formId: z.string(),
  version: z.int(),
})

const MOST_WITH_BLOCKERS = 400

/** What named blockers, the latest first. */
export async function readBlockers(tx: Tx, { teamId, period, until }: Span): Promise<readonly SaidBlockers[]> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT report."memberId", report."date", report."blockers", round."formId", round."version"
    FROM "Report" AS report JOIN "Round" AS round ON round."id" = report."roundId"
    WHERE report."teamId" = ${teamId}::uuid AND report."date" BETWEEN ${period.from} AND ${period.to}
      AND report."submittedAt" <= ${until} AND cardinality(report."blockers") > 0
    ORDER BY report."date" DESC, round."dueAt" DESC, report."id" LIMIT ${MOST_WITH_BLOCKERS}`
  return rows.map(row => saidSchema.parse(row))
}

/** What each member said last in the period, whether it names a blocker or not. */
export async function readLatestBlockers(tx: Tx, { teamId, period, until }: Span): Promise<readonly SaidBlockers[]> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT DISTINCT ON (report."memberId")
      report."memberId", report."date", report."blockers", round."formId", round."version"
    FROM "Report" AS report JOIN "Round" AS round ON round."id" = report."roundId"
    WHERE report."teamId" = ${teamId}::uuid AND report."date" BETWEEN ${period.from} AND ${period.to}
      AND report."submittedAt" <= ${until} AND report."kind" IN ('plan', 'report')
    ORDER BY report."memberId", report."date" DESC, round."dueAt" DESC, report."id"`
  return rows.map(row => saidSchema.parse(row))
}

/** How many reports are looked through for what does not add up. */
const MOST_LOOKED_AT = 1_000

export async function readReports(tx: Tx, span: Span): Promise<readonly Report[]> {
  const rows = await tx.report.findMany({
    where: { ...within(span), kind: 'report' },
    orderBy: [{ date: 'desc' }, { id: 'desc' }],
    take: MOST_LOOKED_AT,
  })
  return rows.map(toReport)
}

/** An entry that counts, as a row of a sheet. */
export interface EntryRow {
  readonly date: LocalDate
  readonly memberId: string
  readonly metricId: string
  readonly value: number
  readonly source: string
  readonly reason: string | null
  readonly createdAt: Date
}

/** The first `most` entries of these members and metrics that no later one replaces, by day. */
export async function readEntryRows(
  tx: Tx,
  wanted: {
    readonly memberIds: readonly string[]
    readonly metricIds: readonly string[]
    readonly period: Pick<Period, 'from' | 'to'>
    readonly until: Date
    readonly most: number
  },
): Promise<readonly EntryRow[]> {
  const { memberIds, metricIds, period, until, most } = wanted
  if (memberIds.length === 0 || metricIds.length === 0) return []
  const rows = await tx.$queryRaw<(Omit<EntryRow, 'value'> & { value: Prisma.Decimal })[]>`
    SELECT "date", "memberId", "metricId", "value", "source", "reason", "createdAt"
    FROM "Entry" AS entry
    WHERE "memberId" IN (${uuids(memberIds)}) AND "metricId" IN (${uuids(metricIds)})
      AND "date" BETWEEN ${period.from} AND ${period.to} AND "createdAt" <= ${until}
      AND NOT EXISTS (SELECT FROM "Entry" AS later WHERE later."replaces" = entry."id" AND later."createdAt" <= ${until})
    ORDER BY "date", "memberId", "id" LIMIT ${most}`
  return rows.map(row => ({ ...row, value: row.value.toNumber() }))
}

function uuids(ids: readonly string[]): Prisma.Sql {
  return Prisma.join(ids.map(id => Prisma.sql`${id}::uuid`))
}
