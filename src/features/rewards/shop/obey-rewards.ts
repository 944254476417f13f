import { UserError } from '../../../base/errors.ts'
import { newId } from '../../../base/ids.ts'
import { readKeyed } from '../../../commands/read-keyed.ts'
import type { Content } from '../../../content/content.ts'
import { atLeast, type MemberContext } from '../../../context.ts'
import { fold } from '../../metrics/metric.ts'
import { requireRole } from '../../team/permission.ts'
import { balanceOf } from '../points/ledger.ts'
import { addRewardUnclear, noSuchReward, rewardNameTaken } from '../refusals.ts'
import { requirePoints } from '../reward-settings.ts'
import { rewardAddedContent, rewardRemovedContent, rewardsContent } from '../words/shop.ts'
import { archiveReward, insertReward, lockShop, pendingOf, type Reward, rewardsOf } from './store.ts'

const verbs = {
  add: /^(?:add|new|添加|新增|新建|加)(?:\s+|$)/i,
  remove: /^(?:remove|archive|delete|删除|下架|停用)(?:\s+|$)/i,
}

/** Answers `/rewards`: the list; for a manager also `add 咖啡券 30 stock=5` and `remove 咖啡券`. */
export async function obeyRewards(ctx: MemberContext, text: string): Promise<void> {
  requirePoints(ctx.team)
  const said = text.normalize('NFKC').trim()
  if (verbs.add.test(said)) return addReward(ctx, said.replace(verbs.add, ''))
  if (verbs.remove.test(said)) return removeReward(ctx, said.replace(verbs.remove, ''))
  if (said !== '' && !/^(?:list|列表|查看)$/i.test(said)) throw new UserError('reward-unclear', addRewardUnclear)
  return listRewards(ctx)
}

async function listRewards(ctx: MemberContext): Promise<void> {
  const { tx, team, actor, lang } = ctx
  const manages = atLeast(actor.role, 'manager')
  const facts = {
    rewards: await rewardsOf(tx, team.id),
    balance: await balanceOf(tx, actor.memberId),
    waiting: manages ? await pendingOf(tx, team.id) : [],
    manages,
  }
  answer(ctx, rewardsContent(facts, lang))
}

const MOST_COST = 100_000
const MOST_STOCK = 10_000
const LONGEST_NAME = 30

async function addReward(ctx: MemberContext, said: string): Promise<void> {
  requireRole(ctx, 'manager')
  const { tx, team, now, lang } = ctx
  const wanted = readReward(said)
  await lockShop(tx, team.id)
  const known = await rewardsOf(tx, team.id)
  if (known.some(({ name }) => fold(name) === fold(wanted.name)))
    throw new UserError('reward-name-taken', rewardNameTaken(wanted.name))
  const reward: Reward = { ...wanted, id: newId(now) }
  await insertReward(tx, team.id, reward)
  answer(ctx, rewardAddedContent(reward, lang))
}

function readReward(said: string): Omit<Reward, 'id'> {
  const { head, values } = readKeyed(said, { stock: ['stock', '库存'] })
  const [, name = '', digits = ''] = /^(.+?)\s+(\d{1,9})\s*(?:分|points?)?$/i.exec(head) ?? []
  const cost = Number(digits)
  const stock = values.stock === undefined ? null : /^\d{1,9}$/.test(values.stock) ? Number(values.stock) : -1
  const inBounds = cost >= 1 && cost <= MOST_COST && (stock === null || (stock >= 0 && stock <= MOST_STOCK))
  if (name === '' || [...name].length > LONGEST_NAME || !inBounds)
    throw new UserError('reward-unclear', addRewardUnclear)
  return { name: name.trim(), cost, stock }
}

async function removeReward(ctx: MemberContext, said: string): Promise<void> {
  requireRole(ctx, 'manager')
  await lockShop(ctx.tx, ctx.team.id)
  const reward = rewardNamed(await rewardsOf(ctx.tx, ctx.team.id), said)
  await archiveReward(ctx.tx, reward.id, ctx.now)
  answer(ctx, rewardRemovedContent(reward, ctx.lang))
}

/** By its name, or by its beginning where that is one's alone. Throws UserError for none. */
export function rewardNamed(rewards: readonly Reward[], said: string): Reward {
  const wanted = fold(said)
  const beginning = wanted === '' ? [] : rewards.filter(({ name }) => fold(name).startsWith(wanted))
  const found =
    rewards.find(({ id, name }) => id === wanted || fold(name) === wanted) ??
    (beginning.length === 1 ? beginning[0] : undefined)
  if (found) return found
  throw new UserError(
    'reward-unknown',
    noSuchReward(
      said,
      rewards.map(({ name }) => name),
    ),
  )
}

function answer(ctx: MemberContext, content: Content): void {
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'rewards.list' })
}
