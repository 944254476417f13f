import type { LocalDate } from '../../calendar/dates.ts'
import type { Tx } from '../../store/transaction.ts'
import type { FormKind } from '../forms/definition.ts'
import type { Report } from '../reports/report.ts'
import { toReport } from '../reports/report-row.ts'

/** A member's plans or reports about those days, both included, in order. */
export async function reportsBetween(
  tx: Tx,
  { memberId, kind, from, to }: { memberId: string; kind: FormKind; from: LocalDate; to: LocalDate },
): Promise<readonly Report[]> {
  const rows = await tx.report.findMany({
    where: { memberId, kind, date: { gte: from, lte: to } },
    orderBy: [{ date: 'asc' }, { round: { dueAt: 'asc' } }],
  })
  return rows.map(toReport)
}
