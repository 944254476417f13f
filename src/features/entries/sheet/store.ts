import { z } from 'zod'
import { localDateSchema } from '../../../calendar/dates.ts'
import { lockAll } from '../../../store/named-locks.ts'
import type { Tx } from '../../../store/transaction.ts'

/** A figure of a sheet that waits, and what the day's figure was when it was shown. */
const waitingFigureSchema = z
  .tuple([z.string(), z.string(), localDateSchema, z.number(), z.number().nullable()])
  .transform(([memberId, metricId, date, value, before]) => ({ memberId, metricId, date, value, before }))

export type WaitingFigure = z.infer<typeof waitingFigureSchema>

interface Waiting {
  readonly id: string
  readonly teamId: string
  /** Who pasted it. */
  readonly memberId: string
  readonly figures: readonly WaitingFigure[]
  readonly expiresAt: Date
}

/** Keeps what a sheet says until its owner has decided; whatever they pasted before waits no longer. */
export async function keepWaiting(tx: Tx, { figures, ...facts }: Waiting): Promise<void> {
  await tx.pendingImport.deleteMany({ where: { memberId: facts.memberId } })
  const rows = figures.map(({ memberId, metricId, date, value, before }) => [memberId, metricId, date, value, before])
  await tx.pendingImport.create({ data: { ...facts, figures: rows } })
}

/**
 * Takes away what waits for that member, so that of two taps the second finds nothing; with an id only that very sheet. Null
 * where nothing waits or a day has passed.
 */
export async function takeWaiting(
  tx: Tx,
  { memberId, id, now }: { readonly memberId: string; readonly id?: string; readonly now: Date },
): Promise<{ readonly id: string; readonly figures: readonly WaitingFigure[] } | null> {
  const rows = await tx.$queryRaw<{ id: string; figures: unknown; expiresAt: Date }[]>`
    DELETE FROM "PendingImport" WHERE "memberId" = ${memberId}::uuid AND "expiresAt" > ${now}
      AND (${id ?? null}::text IS NULL OR id = ${id ?? null}::uuid)
    RETURNING id, figures, "expiresAt"`
  // Somebody who became one with another account may have two.
  const [row] = rows.toSorted((one, other) => other.expiresAt.getTime() - one.expiresAt.getTime())
  return row ? { id: row.id, figures: z.array(waitingFigureSchema).parse(row.figures) } : null
}

export async function forgetWaiting(tx: Tx, until: Date): Promise<void> {
  await tx.pendingImport.deleteMany({ where: { expiresAt: { lte: until } } })
}

/** Until the transaction ends none of them reports: a report that arrived meanwhile would add to a day that is set as a whole. */
export async function holdReports(tx: Tx, personIds: readonly string[]): Promise<void> {
  await lockAll(
    tx,
    personIds.map(personId => `reports:${personId}`),
  )
}
