import type { Tx } from './transaction.ts'

/** Until the transaction ends nobody else holds the lock of that name. */
export async function lock(tx: Tx, name: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`
}

/** Several at once, in one order for everybody, so that nobody waits in a circle. */
export async function lockAll(tx: Tx, names: readonly string[]): Promise<void> {
  const sorted = [...new Set(names)].toSorted()
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(name, 0)) FROM unnest(${sorted}::text[]) AS name`
}
