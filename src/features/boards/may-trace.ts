import type { Period } from '../../calendar/periods.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import type { Metric } from '../metrics/metric.ts'
import { readBoard } from './read-board.ts'

/** One's own figure; anybody's for a lead; and whatever the board shows to all, for all. */
export async function mayTrace(ctx: MemberContext, memberId: string, metric: Metric, period: Period): Promise<boolean> {
  if (memberId === ctx.actor.memberId || atLeast(ctx.actor.role, 'lead')) return true
  const board = await readBoard(ctx.tx, ctx.team, { metric, period, until: ctx.now, sums: 'kept' })
  return board.top.some(row => row.memberId === memberId)
}
