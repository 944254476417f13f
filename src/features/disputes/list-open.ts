import { periodOf, rangeOf } from '../../calendar/periods.ts'
import { atLeast, type MemberContext } from '../../context.ts'
import { everyMetricOf } from '../metrics/catalogue.ts'
import { memberById } from '../team/members.ts'
import { openDisputes } from './store.ts'
import { disputeList } from './words/answers.ts'
import type { Shown } from './words/question.ts'

/** The oldest so many are listed. */
const MOST = 20

/** Shows what waits for an answer, to the asker alone: all of it to a manager, else one's own. */
export async function listOpen(ctx: MemberContext): Promise<void> {
  const { tx, team, actor, lang } = ctx
  const own = atLeast(actor.role, 'manager') ? {} : { askedBy: actor.memberId }
  const all = await everyMetricOf(tx, team.id)
  const shown: Shown[] = []
  for (const dispute of await openDisputes(tx, { teamId: team.id, most: MOST, ...own })) {
    const metric = all.find(({ id }) => id === dispute.metricId)
    if (!metric) continue
    const { from, to } = dispute
    const [of, by] = [await memberById(tx, dispute.memberId), await memberById(tx, dispute.askedBy)]
    const period = from === to ? periodOf('day', from) : rangeOf(from, to)
    shown.push({ dispute, metric, period, of: of?.name ?? '', by: by?.name ?? '' })
  }
  ctx.say({ to: { reply: 'private' }, content: disputeList(shown, lang), lane: 'reply', purpose: 'disputes.list' })
}
