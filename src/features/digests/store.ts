import type { Tx } from '../../store/transaction.ts'
import { type Round, roundById } from '../rounds/store.ts'

/**
 * The round as it is now, and until the transaction ends nobody else says its digest: a report that comes in at the same
 * moment is either in the digest or is told of afterwards.
 */
export async function lockRound(tx: Tx, roundId: string): Promise<Round | null> {
  await tx.$queryRaw`SELECT "id" FROM "Round" WHERE "id" = ${roundId}::uuid FOR UPDATE`
  return roundById(tx, roundId)
}

export async function markDigested(tx: Tx, roundId: string, now: Date): Promise<void> {
  await tx.round.updateMany({ where: { id: roundId, digestAt: null }, data: { digestAt: now } })
}

/** Whether a message with this key was said before. */
export async function wasSaid(tx: Tx, key: string): Promise<boolean> {
  return (await tx.delivery.count({ where: { dedupeKey: key } })) > 0
}
