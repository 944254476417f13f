import { Prisma } from '../../../../prisma/client/client.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import type { Tx } from '../../../store/transaction.ts'
import type { Figure } from '../entry-changes.ts'
import type { Together } from '../metric.ts'

/** Which figures are wanted; without `memberIds`, everybody's. Both dates are included. */
export interface FigureFilter {
  readonly metricIds: readonly string[]
  readonly from: LocalDate
  readonly to: LocalDate
  readonly memberIds?: readonly string[]
}

/** What values of a metric are multiplied with on those days; null where no rate is known. */
export interface Multiplier {
  readonly metricId: string
  readonly from: LocalDate
  readonly to: LocalDate
  readonly rate: number | null
}

/** What a member's entries of a metric come to over days. `last` is only of metrics of which the latest day counts. */
export interface Sum extends Omit<Figure, 'date'>, Together {
  /** The earliest day with a value for which a rate was wanted and is not known. Nothing is worth nothing at any rate. */
  readonly unrated: LocalDate | null
}

/** The sums of each member over the days; members without any entry are not in it. Reads the rollups only. */
export async function readSums(
  tx: Tx,
  { metricIds, from, to, memberIds }: FigureFilter,
  multipliers: readonly Multiplier[] = [],
): Promise<readonly Sum[]> {
  if (metricIds.length === 0 || memberIds?.length === 0) return []
  const theirs = memberIds ? Prisma.sql`AND "memberId" IN (${uuids(memberIds)})` : Prisma.empty
  const days = Prisma.sql`
    SELECT "metricId", "memberId", "date", "value", "entries" FROM "MetricDay"
    WHERE "metricId" IN (${uuids(metricIds)}) AND "date" BETWEEN ${from} AND ${to} AND "entries" > 0 ${theirs}`
  return sumsOver(tx, days, multipliers)
}

/**
 * The sums as they stood at a moment. Only the entries know that, so this costs as much as the members wrote in those
 * days: for a job that ran late, not for a question in a chat.
 */
export async function readSumsAsOf(
  tx: Tx,
  filter: Required<FigureFilter>,
  at: Date,
  multipliers: readonly Multiplier[] = [],
): Promise<readonly Sum[]> {
  if (filter.metricIds.length === 0 || filter.memberIds.length === 0) return []
  return sumsOver(tx, daysAsOf(filter, at), multipliers)
}

/** The values of each day as they stood at a moment, in the order of the days; it costs as much. */
export async function readDaysAsOf(
  tx: Tx,
  filter: Required<FigureFilter>,
  at: Date,
): Promise<readonly (Figure & Pick<Together, 'entries'>)[]> {
  if (filter.metricIds.length === 0 || filter.memberIds.length === 0) return []
  const rows = await tx.$queryRaw<(Omit<Figure, 'value'> & { value: Prisma.Decimal; entries: number })[]>`
    SELECT * FROM (${daysAsOf(filter, at)}) AS day ORDER BY "date", "metricId", "memberId"`
  return rows.map(row => ({ ...row, value: row.value.toNumber() }))
}

function daysAsOf({ metricIds, memberIds, from, to }: Required<FigureFilter>, at: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT "metricId", "memberId", "date", SUM("value") AS "value", COUNT(*)::int AS "entries"
    FROM "Entry" AS entry
    WHERE "memberId" IN (${uuids(memberIds)}) AND "metricId" IN (${uuids(metricIds)})
      AND "date" BETWEEN ${from} AND ${to} AND "createdAt" <= ${at}
      AND NOT EXISTS (SELECT FROM "Entry" AS later WHERE later."replaces" = entry."id" AND later."createdAt" <= ${at})
    GROUP BY 1, 2, 3`
}

interface SumRow extends Omit<Sum, 'value' | 'last'> {
  readonly value: Prisma.Decimal
  readonly last: Prisma.Decimal | null
}

async function sumsOver(tx: Tx, days: Prisma.Sql, multipliers: readonly Multiplier[]): Promise<readonly Sum[]> {
  const rows = await tx.$queryRaw<SumRow[]>`
    SELECT "metricId", "memberId", SUM("worth") AS "value", SUM("entries")::int AS "entries", MIN("unrated") AS "unrated",
      (array_agg("worth" ORDER BY "date" DESC) FILTER (WHERE "aggregation" = 'last'))[1] AS "last"
    FROM (
      SELECT day."metricId", "memberId", "date", "entries", "aggregation", "value" * COALESCE("rate", 1) AS "worth",
        CASE WHEN times."metricId" IS NOT NULL AND "rate" IS NULL AND "value" <> 0 THEN "date" END AS "unrated"
      FROM (${days}) AS day JOIN "Metric" ON "Metric"."id" = day."metricId"
      LEFT JOIN (${rowsOf(multipliers)}) AS times
        ON times."metricId" = day."metricId" AND "date" BETWEEN times."from" AND times."to"
    ) AS worth
    GROUP BY 1, 2`
  return rows.map(({ last, ...row }) => ({
    ...{ ...row, value: row.value.toNumber() },
    ...(last && { last: last.toNumber() }),
  }))
}

function rowsOf(multipliers: readonly Multiplier[]): Prisma.Sql {
  const rows = multipliers.map(
    ({ metricId, from, to, rate }) => Prisma.sql`(${metricId}::uuid, ${from}::text, ${to}::text, ${rate}::numeric)`,
  )
  const columns = Prisma.sql`("metricId", "from", "to", "rate")`
  if (rows.length > 0) return Prisma.sql`SELECT * FROM (VALUES ${Prisma.join(rows)}) AS row ${columns}`
  return Prisma.sql`SELECT * FROM (SELECT NULL::uuid, NULL::text, NULL::text, NULL::numeric) AS row ${columns}`
}

/** The values of each day, in the order of the days. */
export async function readDays(
  tx: Tx,
  { metricIds, from, to, memberIds }: FigureFilter,
): Promise<readonly (Figure & Pick<Together, 'entries'>)[]> {
  const rows = await tx.metricDay.findMany({
    where: {
      metricId: { in: [...metricIds] },
      date: { gte: from, lte: to },
      entries: { gt: 0 },
      ...(memberIds && { memberId: { in: [...memberIds] } }),
    },
    orderBy: [{ date: 'asc' }, { metricId: 'asc' }, { memberId: 'asc' }],
  })
  return rows.map(row => ({ ...row, value: row.value.toNumber() }))
}

function uuids(ids: readonly string[]): Prisma.Sql {
  return Prisma.join(ids.map(id => Prisma.sql`${id}::uuid`))
}
