import type { MemberContext } from '../../../context.ts'
import { managersOf, memberById } from '../../team/members.ts'
import { requireRole } from '../../team/permission.ts'
import { noteAppealDecided } from '../noted.ts'
import { reply } from '../reply.ts'
import { askJudges } from './appeal.ts'
import { decidedContent, type Outcome, outcomeContent } from './appeal-words.ts'
import { findingFor, noAppeal, notOwnAppeal } from './refusals.ts'
import { decideAppeal, overrule } from './store.ts'

/** A manager decides an appeal. Accepted, the finding counts as wrong and its step is taken back. */
export async function decide(
  ctx: MemberContext,
  number: number,
  { appeal, words }: Pick<Outcome, 'appeal' | 'words'>,
): Promise<void> {
  requireRole(ctx, 'manager')
  const { tx, team, actor, now, lang } = ctx
  const finding = await findingFor(ctx, number)
  if (finding.memberId === actor.memberId) throw notOwnAppeal()
  if (!(await decideAppeal(tx, finding.id, { appeal, by: actor.memberId, at: now }))) throw noAppeal(number)
  if (appeal === 'accepted') await overrule(tx, finding, actor.memberId, now)
  const outcome: Outcome = { appeal, by: actor.name, words }
  const member = await memberById(tx, finding.memberId)
  const name = member?.name ?? '–'
  if (member !== null)
    ctx.say({
      ...{ to: { person: member.personId }, lane: 'nudge', purpose: 'rules.appeal-decided' },
      content: outcomeContent(number, outcome, member.lang),
      key: `rules.appeal-decided:${finding.id}`,
      reason: { words: { zh: '你申诉过，现在有了结果', en: 'You appealed, and now it is decided' } },
    })
  const judges = (await managersOf(tx, team)).filter(({ memberId }) => memberId !== finding.memberId)
  await askJudges(ctx, judges, { ...finding, appeal, decidedBy: actor.memberId }, { name, outcome })
  noteAppealDecided(ctx, { number, appeal, memberId: finding.memberId })
  reply(ctx, 'rules.decided', decidedContent(number, name, outcome, lang))
}
