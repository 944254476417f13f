import type { Win as WinRow } from '../../../prisma/client/client.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import type { Tx } from '../../store/transaction.ts'
import { customerKey, type Win } from './win.ts'

const standing = { state: 'rung' } as const

/** More bells than anybody rings in a day or two; what goes beyond is not read. */
const MOST = 200

export async function insertWin(tx: Tx, win: Win): Promise<void> {
  await tx.win.create({ data: { ...win, customerKey: customerKey(win.customer), ...standing } })
}

/** What the bell rang for on those days and was not taken back, oldest first. */
export async function winsOf(
  tx: Tx,
  memberId: string,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<readonly Win[]> {
  const where = { memberId, date: { gte: from, lte: to }, ...standing }
  const rows = await tx.win.findMany({ where, orderBy: [{ rungAt: 'asc' }, { id: 'asc' }], take: MOST })
  return rows.map(toWin)
}

/**
 * A team's wins together; what nobody said the worth of has no part in the sum. Amounts of several metrics may be in several
 * currencies: then there is neither a sum nor a largest.
 */
export interface WinsTogether {
  readonly deals: number
  readonly sum: number | null
  /** The one that is worth most; of equals the first. */
  readonly largest: Win | null
}

/** What the bell had rung for in the team by that moment, of those days. Added up in the database, however many they are. */
export async function teamWins(
  tx: Tx,
  teamId: string,
  { from, to, until }: { readonly from: LocalDate; readonly to: LocalDate; readonly until: Date },
): Promise<WinsTogether> {
  const where = { teamId, date: { gte: from, lte: to }, rungAt: { lte: until }, ...standing }
  const deals = await tx.win.count({ where })
  const worth = { ...where, amount: { not: null } }
  const [sums, ...others] = await tx.win.groupBy({ by: ['revenueKey'], where: worth, _sum: { amount: true } })
  if (others.length > 0) return { deals, sum: null, largest: null }
  const largest = await tx.win.findFirst({
    where,
    orderBy: [{ amount: { sort: 'desc', nulls: 'last' } }, { rungAt: 'asc' }, { id: 'asc' }],
  })
  return { deals, sum: sums?._sum.amount?.toNumber() ?? null, largest: largest && toWin(largest) }
}

/** The last that the person rang in the team and did not take back, of one customer if that is said. */
export async function lastRungBy(
  tx: Tx,
  { teamId, rungBy, customer }: { readonly teamId: string; readonly rungBy: string; readonly customer: string | null },
): Promise<Win | null> {
  const row = await tx.win.findFirst({
    where: { teamId, rungBy, ...standing, ...(customer !== null && { customerKey: customerKey(customer) }) },
    orderBy: [{ rungAt: 'desc' }, { id: 'desc' }],
  })
  return row && toWin(row)
}

/** One of the team's, unless it was taken back. */
export async function standingWin(tx: Tx, teamId: string, id: string): Promise<Win | null> {
  const row = await tx.win.findFirst({ where: { id, teamId, ...standing } })
  return row && toWin(row)
}

/** True for whoever takes it back first. */
export async function markWithdrawn(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.win.updateMany({
    where: { id, ...standing },
    data: { state: 'withdrawn', withdrawnAt: now },
  })
  return count === 1
}

function toWin({ amount, state: _, customerKey: __, withdrawnAt: ___, ...row }: WinRow): Win {
  return { ...row, amount: amount?.toNumber() ?? null }
}
