import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import { correctDay } from '../metrics/correct-day.ts'
import { tellMember } from './tell-member.ts'
import { understand } from './understand.ts'
import { corrected, isSoAlready, needsReason } from './words.ts'

/** Answers `/correct`: a day's figure becomes another, by new entries with a reason. */
export async function correctByHand(ctx: MemberContext, text: string): Promise<void> {
  const { lang, actor } = ctx
  const given = await understand(ctx, text, 'correct')
  const { member, metric, date, value, reason } = given
  if (reason === '') throw new UserError('entry-no-reason', needsReason('correct'))
  const createdBy = actor.personId
  const before = await correctDay(ctx, { memberId: member.memberId, metric, date, value, reason, createdBy })
  if (before === value) throw new UserError('entry-same', isSoAlready(metric, value))
  const content = corrected(given, before, lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'entries.corrected' })
  tellMember(ctx, given, before)
}
