import { lock } from '../../../store/named-locks.ts'
import type { Tx } from '../../../store/transaction.ts'

/** A change of a member's points, and where it comes from. */
export interface PointChange {
  readonly teamId: string
  readonly memberId: string
  /** Never 0. */
  readonly delta: number
  readonly reason: string
  /** Nothing counts twice under the same. */
  readonly source: string
  /** The person who did it; null where a rule did. */
  readonly by: string | null
  readonly at: Date
}

/**
 * Writes a change and the balance with it; answers `twice` for a source that has counted already and `too-few` where the
 * balance would go below 0, and then nothing is written.
 */
export async function changePoints(tx: Tx, change: PointChange): Promise<'done' | 'twice' | 'too-few'> {
  const { memberId, delta, source } = change
  // Whoever brings the same source at the same time waits here until the first one is through.
  await lock(tx, `points:${source}`)
  if ((await tx.pointEntry.count({ where: { source } })) > 0) return 'twice'
  if (!(await moveBalance(tx, memberId, delta))) return 'too-few'
  await tx.pointEntry.create({ data: change })
  return 'done'
}

/** In the database, so that of two who spend at once the second one sees what the first has left. */
async function moveBalance(tx: Tx, memberId: string, delta: number): Promise<boolean> {
  if (delta < 0) {
    const where = { memberId, balance: { gte: -delta } }
    return (await tx.pointBalance.updateMany({ where, data: { balance: { increment: delta } } })).count === 1
  }
  await tx.$executeRaw`
    INSERT INTO "PointBalance" AS own ("memberId", balance) VALUES (${memberId}::uuid, ${delta}::int)
    ON CONFLICT ("memberId") DO UPDATE SET balance = own.balance + excluded.balance`
  return true
}

export async function balanceOf(tx: Tx, memberId: string): Promise<number> {
  return (await tx.pointBalance.findUnique({ where: { memberId } }))?.balance ?? 0
}

export interface LedgerLine {
  readonly at: Date
  readonly delta: number
  readonly reason: string
}

/** The latest changes, newest first. */
export async function ledgerOf(tx: Tx, memberId: string, most: number): Promise<readonly LedgerLine[]> {
  const rows = await tx.pointEntry.findMany({ where: { memberId }, orderBy: { id: 'desc' }, take: most })
  return rows.map(({ at, delta, reason }) => ({ at, delta, reason }))
}
