import type { Surface } from '../platform/adapter.ts'
import type { Store } from '../store/store.ts'
import { inTransaction, type Tx } from '../store/transaction.ts'
import { type Turn, takeTurn } from './pace.ts'

/**
 * Asks for a turn where several conversations of ours share a pace. Its bucket is a row of its own, shared by everybody who
 * sends.
 */
export function sharedTurn(store: Store, id: string, pace: Surface['pace'], now: Date): Promise<Turn> {
  return inTransaction(store, async tx => {
    const bucket = await lockedBucket(tx, id)
    const turn = takeTurn(bucket, pace.perMinute, now, pace.burst)
    if (turn.go) {
      const { tokens, at } = turn.bucket
      await tx.conversation.update({ where: { id }, data: { tokens, pacedAt: at } })
    }
    return turn
  })
}

async function lockedBucket(tx: Tx, id: string) {
  await tx.conversation.createMany({ data: [{ id }], skipDuplicates: true })
  const [row] = await tx.$queryRaw<{ tokens: number; pacedAt: Date | null }[]>`
    SELECT tokens, "pacedAt" FROM "Conversation" WHERE id = ${id} FOR UPDATE`
  return row?.pacedAt ? { tokens: row.tokens, at: row.pacedAt } : null
}
