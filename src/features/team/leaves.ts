import { z } from 'zod'
import type { LocalDate } from '../../calendar/dates.ts'
import type { Leave } from '../../calendar/leave.ts'
import type { Tx } from '../../store/transaction.ts'

/** A leave with the row that holds it. */
export interface KeptLeave extends Leave {
  readonly id: string
}

const halfSchema = z.enum(['am', 'pm']).nullable()

/** The leaves of each member that touch a day from `from` to `to`; members without any have no entry. */
export async function leavesOf(
  tx: Tx,
  memberIds: readonly string[],
  from: LocalDate,
  to: LocalDate,
): Promise<Map<string, Leave[]>> {
  const rows = await tx.leave.findMany({
    where: { memberId: { in: [...memberIds] }, cancelledAt: null, from: { lte: to }, to: { gte: from } },
    orderBy: [{ from: 'asc' }, { id: 'asc' }],
  })
  return Map.groupBy(rows, row => row.memberId)
    .entries()
    .reduce((leaves, [memberId, its]) => leaves.set(memberId, its.map(toLeave)), new Map<string, Leave[]>())
}

/** One member's leaves that end on `from` or later, the earliest first. */
export async function keptLeaves(tx: Tx, memberId: string, from: LocalDate): Promise<KeptLeave[]> {
  const rows = await tx.leave.findMany({
    where: { memberId, cancelledAt: null, to: { gte: from } },
    orderBy: [{ from: 'asc' }, { id: 'asc' }],
  })
  return rows.map(row => ({ id: row.id, ...toLeave(row) }))
}

function toLeave(row: { from: string; to: string; half: string | null }): Leave {
  const half = halfSchema.parse(row.half)
  return half === null ? { from: row.from, to: row.to } : { from: row.from, to: row.to, half }
}
