import { Prisma } from '../../../../prisma/client/client.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import type { Tx } from '../../../store/transaction.ts'
import type { Figure } from '../entry-changes.ts'

/** Which figures are wanted; without `memberIds`, everybody's. Both dates are included. */
export interface FigureFilter {
  readonly metricIds: readonly string[]
  readonly from: LocalDate
  readonly to: LocalDate
  readonly memberIds?: readonly string[]
}

/** `entries` is how many make up the value: what a percentage is divided by. */
export interface Sum extends Omit<Figure, 'date'> {
  readonly entries: number
}

/** The sums of each member over the days; members without any entry are not in it. Reads the rollups only. */
export async function readSums(tx: Tx, filter: FigureFilter): Promise<readonly Sum[]> {
  const rows = await tx.metricDay.groupBy({
    by: ['metricId', 'memberId'],
    where: rollupsOf(filter),
    _sum: { value: true, entries: true },
  })
  return rows.map(({ metricId, memberId, _sum }) => ({
    ...{ metricId, memberId },
    ...{ value: _sum.value?.toNumber() ?? 0, entries: _sum.entries ?? 0 },
  }))
}

/** The same day by day, in the order of the days. */
export async function readDays(tx: Tx, filter: FigureFilter): Promise<readonly (Sum & Figure)[]> {
  const rows = await tx.metricDay.findMany({
    where: rollupsOf(filter),
    orderBy: [{ date: 'asc' }, { metricId: 'asc' }, { memberId: 'asc' }],
  })
  return rows.map(row => ({ ...row, value: row.value.toNumber() }))
}

function rollupsOf({ metricIds, from, to, memberIds }: FigureFilter): Prisma.MetricDayWhereInput {
  return {
    metricId: { in: [...metricIds] },
    date: { gte: from, lte: to },
    entries: { gt: 0 },
    ...(memberIds && { memberId: { in: [...memberIds] } }),
  }
}

/**
 * The sums as they stood at a moment. Only the entries know that, so this costs as much as the members wrote in those
 * days: for a job that ran late, not for a question in a chat.
 */
export async function readSumsAsOf(tx: Tx, filter: Required<FigureFilter>, at: Date): Promise<readonly Sum[]> {
  const { metricIds, memberIds } = filter
  if (metricIds.length === 0 || memberIds.length === 0) return []
  const rows = await tx.$queryRaw<{ metricId: string; memberId: string; value: Prisma.Decimal; entries: number }[]>`
    SELECT "metricId", "memberId", SUM("value") AS "value", COUNT(*)::int AS "entries"
    FROM "Entry" AS entry WHERE ${standingAt(filter, at)}
    GROUP BY 1, 2`
  return rows.map(row => ({ ...row, value: row.value.toNumber() }))
}

/** The same day by day, in the order of the days; it costs as much. */
export async function readDaysAsOf(
  tx: Tx,
  { metricIds, memberIds, from, to }: Required<FigureFilter>,
  at: Date,
): Promise<readonly (Sum & Figure)[]> {
  if (metricIds.length === 0 || memberIds.length === 0) return []
  const rows = await tx.$queryRaw<(Omit<Sum & Figure, 'value'> & { value: Prisma.Decimal })[]>`
    SELECT "metricId", "memberId", "date", SUM("value") AS "value", COUNT(*)::int AS "entries"
    FROM "Entry" AS entry WHERE ${standingAt({ metricIds, memberIds, from, to }, at)}
    GROUP BY 1, 2, 3 ORDER BY "date", "metricId", "memberId"`
  return rows.map(row => ({ ...row, value: row.value.toNumber() }))
}

/** The entries that counted at that moment. */
function standingAt({ metricIds, memberIds, from, to }: Required<FigureFilter>, at: Date): Prisma.Sql {
  return Prisma.sql`"memberId" IN (${uuids(memberIds)}) AND "metricId" IN (${uuids(metricIds)})
      AND "date" BETWEEN ${from} AND ${to} AND "createdAt" <= ${at}
      AND NOT EXISTS (SELECT FROM "Entry" AS later WHERE later."replaces" = entry."id" AND later."createdAt" <= ${at})`
}

function uuids(ids: readonly string[]): Prisma.Sql {
  return Prisma.join(ids.map(id => Prisma.sql`${id}::uuid`))
}
