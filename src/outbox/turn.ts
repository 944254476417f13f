import type { Surface } from '../platform/adapter.ts'
import type { PlatformId } from '../platform/events.ts'
import type { Store } from '../store/store.ts'
import { inTransaction, type Tx } from '../store/transaction.ts'
import { type Turn, takeTurn } from './pace.ts'

/**
 * Asks for a turn of the robot as a whole, where the platform counts all its conversations together. Its bucket is a row
 * of its own, shared by everybody who sends.
 */
export function robotTurn(store: Store, platform: PlatformId, pace: Surface['pace'], now: Date): Promise<Turn> {
  const id = `robot:${platform}`
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
