import type { Prisma } from '../../../prisma/client/client.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import type { Period } from '../../calendar/periods.ts'
import type { Tx } from '../../store/transaction.ts'

/** What a team's plans of a day come to of a metric, by its key. */
export interface PlannedDay {
  readonly date: LocalDate
  readonly key: string
  readonly value: number
}

/** Added up where they lie. */
export async function plannedByDay(
  tx: Tx,
  teamId: string,
  { from, to }: Pick<Period, 'from' | 'to'>,
): Promise<readonly PlannedDay[]> {
  const rows = await tx.$queryRaw<{ date: string; key: string; value: Prisma.Decimal }[]>`
    SELECT "date", said.key, SUM(said.value::numeric) AS "value"
    FROM "Report", jsonb_each_text("values") AS said
    WHERE "teamId" = ${teamId}::uuid AND "kind" = 'plan' AND "date" BETWEEN ${from} AND ${to}
    GROUP BY 1, 2 ORDER BY 1, 2`
  return rows.map(row => ({ ...row, value: row.value.toNumber() }))
}
