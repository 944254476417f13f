import type { Tx } from '../../../store/transaction.ts'

/** Until the transaction ends nobody else holds the lock of that name. */
export async function lock(tx: Tx, name: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`
}
