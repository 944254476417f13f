import { lock } from '../../store/named-locks.ts'
import type { Tx } from '../../store/transaction.ts'
import type { Kept } from './code.ts'

const nothing: Kept = {
  ...{ address: null, refusedAt: null, asked: null, codeHash: null, codeUntil: null },
  ...{ wrong: 0, sent: 0, sentSince: null },
}

/** Until the transaction ends nobody else changes it: of many guesses at once not all are the first. */
export async function lockAddress(tx: Tx, personId: string): Promise<Kept> {
  await lock(tx, `mail:${personId}`)
  return await readAddress(tx, personId)
}

export async function readAddress(tx: Tx, personId: string): Promise<Kept> {
  const row = await tx.mailAddress.findUnique({ where: { personId }, omit: { personId: true } })
  return row ?? nothing
}

export async function writeAddress(tx: Tx, personId: string, changes: Partial<Kept>): Promise<void> {
  await tx.mailAddress.upsert({ where: { personId }, create: { personId, ...changes }, update: changes })
}

/** Which of these people mail goes to. */
export async function reachedByMail(tx: Tx, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.mailAddress.findMany({
    where: { personId: { in: [...personIds] }, address: { not: null }, refusedAt: null },
    select: { personId: true },
  })
  return new Set(rows.map(({ personId }) => personId))
}
