import type { Prisma } from '../../../../prisma/client/client.ts'
import type { Tx } from '../../../store/transaction.ts'
import type { Figure } from '../entry-changes.ts'

/** A day's sum that is not what its entries add up to. */
export interface Drift extends Omit<Figure, 'value'> {
  readonly kept: { readonly value: number; readonly entries: number }
  readonly counted: { readonly value: number; readonly entries: number }
}

interface DriftRow extends Omit<Figure, 'value'> {
  readonly keptValue: Prisma.Decimal
  readonly keptEntries: number
  readonly countedValue: Prisma.Decimal
  readonly countedEntries: number
}

/** Counts every entry anew and answers the days whose kept sum is another one,oldest first, at most `limit`. None means that all is well. */
export async function readDrifts(tx: Tx, limit = 100): Promise<readonly Drift[]> {
  const rows = await tx.$queryRaw<DriftRow[]>`
    WITH counted AS (
      SELECT "metricId", "date", "memberId", SUM("value") AS "value", COUNT(*)::int AS "entries"
      FROM "Entry" AS entry
      WHERE NOT EXISTS (SELECT FROM "Entry" AS later WHERE later."replaces" = entry."id")
      GROUP BY 1, 2, 3
    )
    SELECT "metricId", "date", "memberId",
      COALESCE(day."value", 0) AS "keptValue", COALESCE(day."entries", 0) AS "keptEntries",
      COALESCE(counted."value", 0) AS "countedValue", COALESCE(counted."entries", 0) AS "countedEntries"
    FROM "MetricDay" AS day FULL JOIN counted USING ("metricId", "date", "memberId")
    WHERE COALESCE(day."value", 0) <> COALESCE(counted."value", 0)
      OR COALESCE(day."entries", 0) <> COALESCE(counted."entries", 0)
    ORDER BY "date", "metricId", "memberId" LIMIT ${limit}`
  return rows.map(({ metricId, date, memberId, keptValue, keptEntries, countedValue, countedEntries }) => ({
    ...{ metricId, date, memberId },
    kept: { value: keptValue.toNumber(), entries: keptEntries },
    counted: { value: countedValue.toNumber(), entries: countedEntries },
  }))
}
