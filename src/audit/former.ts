import type { Tx } from '../store/transaction.ts'

// Entries keep the ids that were hashed. Where two people or memberships have become one, this tells who they are by now.

/** From now on `kept` is also whoever was `gone`. */
export async function noteJoined(
  tx: Tx,
  { kept, gone }: { readonly kept: string; readonly gone: string },
): Promise<void> {
  await tx.formerId.updateMany({ where: { now: gone }, data: { now: kept } })
  await tx.formerId.create({ data: { id: gone, now: kept } })
}

/** These ids and all that have become one with them. */
export async function everIds(tx: Tx, ids: readonly string[]): Promise<readonly string[]> {
  const former = await tx.formerId.findMany({ where: { now: { in: [...ids] } } })
  return [...ids, ...former.map(({ id }) => id)]
}

/** Answers for an id of any time the one by which it goes now. */
export async function presentIds(tx: Tx, ids: readonly string[]): Promise<(id: string) => string> {
  const former = await tx.formerId.findMany({ where: { id: { in: [...new Set(ids)] } } })
  const now = new Map(former.map(row => [row.id, row.now]))
  return id => now.get(id) ?? id
}
