import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import { requireRole } from '../team/permission.ts'
import type { Verdict } from './matter.ts'
import { noteVerdict } from './noted.ts'
import { verdictsOf } from './review-store.ts'
import { addSteps, lockMatter, stepsOf, type Which } from './store.ts'
import { tellMember } from './tell.ts'
import { foundAnswer } from './words/answers.ts'
import { nobodyWasCalled, noSuchMatter, ownCalls } from './words/refusals.ts'

/**
 * Answers `/urgent 7 needed` and `/urgent 7 needless`: whether it was right that a matter called people in their time of rest.
 * Whoever raised it hears in private where it was not; what was right does not count against them.
 */
export async function judge(ctx: MemberContext, which: Which, verdict: Verdict): Promise<void> {
  requireRole(ctx, 'manager')
  const { tx, team, actor, now, lang } = ctx
  const matter = await lockMatter(tx, team.id, which)
  if (matter === null) throw new UserError('urgent-unknown', noSuchMatter(which))
  const { id, number, raisedBy } = matter
  if (!(await stepsOf(tx, id)).some(({ resting }) => resting))
    throw new UserError('urgent-nobody-called', nobodyWasCalled(number))
  if (raisedBy === actor.memberId) throw new UserError('urgent-own-calls', ownCalls(number))
  const before = (await verdictsOf(tx, [id])).get(id)
  if (before !== verdict) {
    await addSteps(tx, matter, { kind: verdict, byId: actor.memberId, at: now })
    noteVerdict(ctx, matter, verdict)
    const isNews = verdict === 'found-needless' || before !== undefined
    if (isNews)
      await tellMember(ctx, matter, raisedBy, { kind: verdict, who: actor.name }, { at: now, by: actor.memberId })
  }
  ctx.say({
    to: { reply: 'private' },
    content: foundAnswer(matter, verdict, lang),
    lane: 'reply',
    purpose: 'urgent.judged',
  })
}
