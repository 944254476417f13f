import { earlier, type LocalDate, later } from '../../calendar/dates.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { TeamContext } from '../../context.ts'
import { events } from '../events.ts'
import { countedSince, keepCounts } from '../metrics/keep-counts.ts'
import { roundById } from '../rounds/store.ts'
import { memberById } from '../team/members.ts'
import { countedKeys, countsOf } from './count.ts'
import { readDue } from './read-due.ts'

/** Leave that is put in, or taken back, afterwards excuses from what was due in it, or no longer does. */
export async function recountLeave(ctx: TeamContext, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const { memberId, from, to } = events['leave.changed'].parse(payload)
  const today = toLocal(ctx.now, ctx.team.zone).date
  await recount(ctx, memberId, { from, to: earlier(to, today) })
}

/**
 * A report in time may be written after its round was counted, when both happen in one minute. Late and back-filled ones
 * change nothing: they were due, and not in time.
 */
export async function recountReport(ctx: TeamContext, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const { memberId, roundId, kind, late, revised } = events['report.submitted'].parse(payload)
  if (kind !== 'report' || late || revised) return
  const round = await roundById(ctx.tx, roundId)
  if (round && round.dueAt <= ctx.now) await recount(ctx, memberId, { from: round.date, to: round.date })
}

/** Of those days only the ones since the team counts at all. */
async function recount(ctx: TeamContext, memberId: string, days: { readonly from: LocalDate; readonly to: LocalDate }) {
  const since = await countedSince(ctx, countedKeys)
  if (since === null) return
  const from = later(days.from, since)
  if (from > days.to) return
  const member = await memberById(ctx.tx, memberId)
  if (!member) return
  const due = await readDue(ctx.tx, ctx.team, [member], { from, to: days.to, until: ctx.now })
  await keepCounts(ctx, countsOf(due, [member]))
}
