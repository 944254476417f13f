import { UserError } from '../../../base/errors.ts'
import { newId } from '../../../base/ids.ts'
import type { MemberContext } from '../../../context.ts'
import { managersOf } from '../../team/members.ts'
import { balanceOf, changePoints } from '../points/ledger.ts'
import { cannotAfford, redeemUnclear, soldOut } from '../refusals.ts'
import { requirePoints } from '../reward-settings.ts'
import { askContent, askedContent, forReward, whyAsked } from '../words/shop.ts'
import { decide } from './decide.ts'
import { rewardNamed } from './obey-rewards.ts'
import { insertRedemption, lockShop, rewardsOf, takeOne } from './store.ts'

const verbs = {
  approve: /^(?:approve|yes|ok|同意|批准|通过)\s*(?=[#\d]|$)/i,
  decline: /^(?:decline|no|reject|婉拒|拒绝|不同意)\s*(?=[#\d]|$)/i,
}

/** Answers `/redeem 咖啡券`, and for managers `approve 3` and `decline 3 原因`. */
export async function obeyRedeem(ctx: MemberContext, text: string): Promise<void> {
  const said = text.normalize('NFKC').trim()
  if (verbs.approve.test(said)) return decide(ctx, 'approved', said.replace(verbs.approve, ''))
  if (verbs.decline.test(said)) return decide(ctx, 'declined', said.replace(verbs.decline, ''))
  return redeem(ctx, said)
}

/** Takes the points and one from the stock at once; whether the wish comes true a manager decides. */
export async function redeem(ctx: MemberContext, said: string): Promise<void> {
  const { tx, team, actor, now, lang } = ctx
  requirePoints(team)
  if (said === '') throw new UserError('redeem-unclear', redeemUnclear(said))
  await lockShop(tx, team.id)
  const { id: rewardId, name, cost } = rewardNamed(await rewardsOf(tx, team.id), said)
  const balance = await balanceOf(tx, actor.memberId)
  if (balance < cost) throw new UserError('redeem-too-few', cannotAfford(name, cost, balance))
  if (!(await takeOne(tx, rewardId))) throw new UserError('redeem-sold-out', soldOut(name))
  const id = newId(now)
  const change = {
    delta: -cost,
    reason: forReward(name, team.lang),
    source: `redeem:${id}`,
    by: actor.personId,
    at: now,
  }
  const paid = await changePoints(tx, { teamId: team.id, memberId: actor.memberId, ...change })
  // Somebody took points away in between: what was written is taken back with the transaction.
  if (paid !== 'done')
    throw new UserError('redeem-too-few', cannotAfford(name, cost, await balanceOf(tx, actor.memberId)))
  const number = await insertRedemption(tx, team.id, {
    id,
    memberId: actor.memberId,
    rewardId,
    name,
    cost,
    askedAt: now,
  })
  const asked = { number, name, cost, left: balance - cost }
  ctx.say({ to: { reply: 'private' }, content: askedContent(asked, lang), lane: 'reply', purpose: 'rewards.redeemed' })
  for (const manager of await managersOf(tx, team)) {
    ctx.say({
      to: { person: manager.personId },
      content: askContent({ ...asked, who: actor.name }, manager.lang),
      lane: 'nudge',
      purpose: 'rewards.ask',
      key: `rewards.ask:${id}:${manager.personId}`,
      reason: { words: whyAsked },
    })
  }
}
