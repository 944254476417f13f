import { UserError } from '../../../base/errors.ts'
import type { MemberContext } from '../../../context.ts'
import { managersOf, memberById } from '../../team/members.ts'
import { requireRole } from '../../team/permission.ts'
import { changePoints } from '../points/ledger.ts'
import { alreadyDecided, noSuchRedemption, notOneself } from '../refusals.ts'
import { decidedContent, givenBack, toldContent, whyDecided } from '../words/shop.ts'
import { putBack, type Redemption, redemptionNumbered, settleRedemption } from './store.ts'

type Decision = 'approved' | 'declined'

const LONGEST_NOTE = 200

/** `3`, or `3` and a word about it. A wish that is declined gives the points and the stock back. */
export async function decide(ctx: MemberContext, state: Decision, said: string): Promise<void> {
  requireRole(ctx, 'manager')
  const { tx, team, actor, now, lang } = ctx
  const [, digits = '', note = ''] = /^#?(\d{1,9})\s*(.*)$/s.exec(said.trim()) ?? []
  const redemption = digits === '' ? null : await redemptionNumbered(tx, team.id, Number(digits))
  if (redemption === null) throw new UserError('redemption-unknown', noSuchRedemption(said))
  if (redemption.memberId === actor.memberId && (await managersOf(tx, team)).some(it => it.memberId !== actor.memberId))
    throw new UserError('redemption-own', notOneself)
  const first = await settleRedemption(tx, redemption, { state, decidedBy: actor.personId, decidedAt: now })
  if (!first) throw await decidedBefore(ctx, redemption)
  if (state === 'declined') await giveBack(ctx, redemption)
  const content = decidedContent({ ...redemption, state }, lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'rewards.decided' })
  await tellMember(ctx, redemption, { state, note: [...note.trim()].slice(0, LONGEST_NOTE).join('') })
}

/** Read again: another manager may have decided while this one asked. */
async function decidedBefore({ tx, team }: MemberContext, { number, state }: Redemption): Promise<UserError> {
  const now = (await redemptionNumbered(tx, team.id, number))?.state ?? state
  return new UserError('redemption-decided', alreadyDecided(number, now === 'declined' ? 'declined' : 'approved'))
}

async function giveBack(
  { tx, team, now, actor }: MemberContext,
  { id, memberId, rewardId, name, cost }: Redemption,
): Promise<void> {
  await putBack(tx, rewardId)
  const back = { delta: cost, reason: givenBack(name, team.lang), source: `return:${id}`, by: actor.personId, at: now }
  await changePoints(tx, { teamId: team.id, memberId, ...back })
}

async function tellMember(
  ctx: MemberContext,
  redemption: Redemption,
  decision: { readonly state: Decision; readonly note: string },
): Promise<void> {
  const member = await memberById(ctx.tx, redemption.memberId)
  if (member === null) return
  ctx.say({
    to: { person: member.personId },
    content: toldContent({ ...redemption, ...decision, by: ctx.actor.name }, member.lang),
    lane: 'nudge',
    purpose: 'rewards.told',
    key: `rewards.told:${redemption.id}`,
    reason: { words: whyDecided },
  })
}
