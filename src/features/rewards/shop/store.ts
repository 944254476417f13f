import { z } from 'zod'
import type { Redemption as RedemptionRow } from '../../../../prisma/client/client.ts'
import { lock } from '../../../store/named-locks.ts'
import type { Tx } from '../../../store/transaction.ts'

/** Until the transaction ends nobody else adds rewards or numbers redemptions in the team. */
export async function lockShop(tx: Tx, teamId: string): Promise<void> {
  await lock(tx, `rewards:${teamId}`)
}

/** What points can be exchanged for. */
export interface Reward {
  readonly id: string
  readonly name: string
  readonly cost: number
  /** How many are left; null without a limit. */
  readonly stock: number | null
}

/** The cheapest first. */
export async function rewardsOf(tx: Tx, teamId: string): Promise<readonly Reward[]> {
  const rows = await tx.reward.findMany({
    where: { teamId, archivedAt: null },
    orderBy: [{ cost: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, name, cost, stock }) => ({ id, name, cost, stock }))
}

export async function insertReward(tx: Tx, teamId: string, reward: Reward): Promise<void> {
  await tx.reward.create({ data: { ...reward, teamId } })
}

export async function archiveReward(tx: Tx, rewardId: string, archivedAt: Date): Promise<void> {
  await tx.reward.update({ where: { id: rewardId }, data: { archivedAt } })
}

/** Takes one from the stock, if there is one; in the database, so that two who ask at once never get the same one. */
export async function takeOne(tx: Tx, rewardId: string): Promise<boolean> {
  const where = { id: rewardId, archivedAt: null }
  if ((await tx.reward.count({ where: { ...where, stock: null } })) > 0) return true
  const taken = await tx.reward.updateMany({ where: { ...where, stock: { gt: 0 } }, data: { stock: { decrement: 1 } } })
  return taken.count === 1
}

export async function putBack(tx: Tx, rewardId: string): Promise<void> {
  await tx.reward.updateMany({ where: { id: rewardId, stock: { not: null } }, data: { stock: { increment: 1 } } })
}

const redemptionStates = ['pending', 'approved', 'declined'] as const
type RedemptionState = (typeof redemptionStates)[number]

/** A member's wish for a reward. */
export interface Redemption {
  readonly id: string
  /** What people call it by. */
  readonly number: number
  readonly memberId: string
  readonly rewardId: string
  readonly name: string
  readonly cost: number
  readonly state: RedemptionState
}

/** Pending; answers its number. Expects the shop to be locked. */
export async function insertRedemption(
  tx: Tx,
  teamId: string,
  redemption: Omit<Redemption, 'number' | 'state'> & { readonly askedAt: Date },
): Promise<number> {
  const last = await tx.redemption.aggregate({ where: { teamId }, _max: { number: true } })
  const number = (last._max.number ?? 0) + 1
  await tx.redemption.create({ data: { ...redemption, teamId, number, state: 'pending' } })
  return number
}

export async function redemptionNumbered(tx: Tx, teamId: string, number: number): Promise<Redemption | null> {
  const row = await tx.redemption.findUnique({ where: { teamId_number: { teamId, number } } })
  return row && toRedemption(row)
}

/** Those that wait for a manager, oldest first. */
export async function pendingOf(tx: Tx, teamId: string): Promise<readonly Redemption[]> {
  const rows = await tx.redemption.findMany({ where: { teamId, state: 'pending' }, orderBy: { number: 'asc' } })
  return rows.map(toRedemption)
}

/** True for whoever decides first. */
export async function settleRedemption(
  tx: Tx,
  { id }: Pick<Redemption, 'id'>,
  decision: {
    readonly state: Exclude<RedemptionState, 'pending'>
    readonly decidedBy: string
    readonly decidedAt: Date
  },
): Promise<boolean> {
  return (await tx.redemption.updateMany({ where: { id, state: 'pending' }, data: decision })).count === 1
}

function toRedemption({ id, number, memberId, rewardId, name, cost, state }: RedemptionRow): Redemption {
  return { id, number, memberId, rewardId, name, cost, state: z.enum(redemptionStates).parse(state) }
}
