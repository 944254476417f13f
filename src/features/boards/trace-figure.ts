import { UserError } from '../../base/errors.ts'
import { type Period, periodOf } from '../../calendar/periods.ts'
import { toLocal } from '../../calendar/zone.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import { type Metric, metricsOf } from '../metrics/catalogue.ts'
import { readQuestion } from '../metrics/question.ts'
import { entriesBehind } from '../metrics/trace.ts'
import { findMember, type TeamMember } from '../team/members.ts'
import { membersAt, readBoard } from './read-board.ts'
import { mayNotTrace, noSuchMember, traceContent, whichMember, whichMetric } from './trace-words.ts'

/** Answers `/trace`: the entries behind a member's figure, to the asker alone. Without a name the asker's own. */
export async function traceFigure(ctx: MemberContext, asked: string): Promise<void> {
  const { tx, team, now, actor, lang } = ctx
  const today = toLocal(now, team.zone).date
  const metrics = await metricsOf(tx, team.id)
  const { metric, period: named, rest } = readQuestion(asked, metrics, today)
  if (!metric) throw new UserError('trace-which-metric', whichMetric(metrics))
  const period = named ?? periodOf('week', today)
  const members = await membersAt(tx, team, period, now)
  const memberId = rest === '' ? actor.memberId : memberNamed(rest, members).memberId
  if (!(await mayTrace(ctx, memberId, metric, period))) throw new UserError('not-allowed', mayNotTrace)
  const name = members.find(member => member.memberId === memberId)?.name ?? actor.name
  const entries = await entriesBehind(tx, { memberId, metricId: metric.id, from: period.from, to: period.to })
  const content = traceContent({ name, metric, period, entries, members }, team.zone, lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'boards.trace' })
}

function memberNamed(text: string, members: readonly TeamMember[]): TeamMember {
  const found = findMember(members, text)
  switch (found.kind) {
    case 'one':
      return found.member
    case 'several':
      throw new UserError('trace-which-member', whichMember(text, found.members))
    case 'none':
      throw new UserError('trace-no-member', noSuchMember(text, found.nearest))
  }
}

/** One's own figure; anybody's for a lead; and whatever the board shows to all, for all. */
async function mayTrace(ctx: MemberContext, memberId: string, metric: Metric, period: Period): Promise<boolean> {
  if (memberId === ctx.actor.memberId || atLeast(ctx.actor.role, 'lead')) return true
  const board = await readBoard(ctx.tx, ctx.team, { metric, period, until: ctx.now, sums: 'kept' })
  return board.top.some(row => row.memberId === memberId)
}
