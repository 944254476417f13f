import { z } from 'zod'
import type { Tx } from '../../store/transaction.ts'
import type { Pair } from './merge-store.ts'

/** A round that both have answered, of which only one answer can count. */
export interface Twice {
  readonly date: string
  readonly kind: 'plan' | 'report' | 'custom'
  readonly ofKept: string
  readonly ofGone: string
}

const twiceSchema = z.array(
  z.object({ date: z.string(), kind: z.enum(['plan', 'report', 'custom']), ofKept: z.string(), ofGone: z.string() }),
)

/** The rounds that both people have answered, the first day first. */
export async function answeredTwice(tx: Tx, people: Pair): Promise<readonly Twice[]> {
  const rows = await tx.$queryRaw`
    SELECT a.date, a.kind, a.id AS "ofKept", b.id AS "ofGone"
    FROM "Member" k JOIN "Report" a ON a."memberId" = k.id
    JOIN "Member" g ON g."teamId" = k."teamId" AND g."personId" = ${people.gone}::uuid
    JOIN "Report" b ON b."memberId" = g.id AND b."roundId" = a."roundId"
    WHERE k."personId" = ${people.kept}::uuid ORDER BY a.date, a.kind, a.id`
  return twiceSchema.parse(rows)
}

/**
 * Lets `gone` count no more because `kept` answers the same round: its numbers go, its words stay on record as earlier
 * wordings of the one that counts. Its entries go for good instead of being corrected to 0: a 0 would still be a value, and
 * an average would sink by it.
 */
export async function dropReport(tx: Tx, { kept, gone }: Pair, change: { by: string; now: Date }): Promise<void> {
  await tx.$executeRaw`
    UPDATE "MetricDay" day SET value = day.value - dropped.value, entries = day.entries - dropped.entries
    FROM (SELECT "metricId", date, "memberId", SUM(value) AS value, COUNT(*)::int AS entries FROM "Entry" entry
      WHERE "reportId" = ${gone}::uuid
        AND NOT EXISTS (SELECT FROM "Entry" later WHERE later.replaces = entry.id)
      GROUP BY 1, 2, 3) dropped
    WHERE day."metricId" = dropped."metricId" AND day.date = dropped.date AND day."memberId" = dropped."memberId"`
  await tx.entry.deleteMany({ where: { reportId: gone } })
  await keepWordings(tx, { kept, gone }, change)
  await tx.$executeRaw`
    UPDATE "Report" SET answers = jsonb_set(answers, '{@shared-from}', to_jsonb(${kept}::text))
    WHERE answers ->> '@shared-from' = ${gone}`
  await tx.report.delete({ where: { id: gone } })
}

async function keepWordings(tx: Tx, { kept, gone }: Pair, { by, now }: { by: string; now: Date }): Promise<void> {
  const standing = await tx.report.findUniqueOrThrow({ where: { id: kept } })
  const dropped = await tx.report.findUniqueOrThrow({
    where: { id: gone },
    include: { revisions: { orderBy: { number: 'asc' } } },
  })
  const { values, answers, items, notes, blockers, reasons, status, submittedAt, revisedAt, revisions } = dropped
  const last = { values, answers, items, notes, blockers, reasons, status, saidAt: revisedAt ?? submittedAt }
  const wordings = [
    ...revisions.map(({ snapshot, at, by: whose }) => ({ snapshot, at, by: whose })),
    { snapshot: last, at: now, by },
  ]
  await tx.reportRevision.createMany({
    data: wordings.map(({ snapshot, ...facts }, n) => ({
      ...{ ...facts, reportId: kept, number: standing.revision + n },
      snapshot: JSON.parse(JSON.stringify(snapshot)),
    })),
  })
  await tx.report.update({ where: { id: kept }, data: { revision: standing.revision + wordings.length } })
}
