import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import type { Metric } from '../metrics/catalogue.ts'
import type { TeamMember } from '../team/members.ts'
import { apportion } from './apportion.ts'
import { checkWanted } from './check.ts'
import { addsUp, decimalsOf } from './metric-rules.ts'
import { lockSlot, type Put, putTarget, slotOf } from './put-target.ts'
import { readAbout } from './request.ts'
import { daysIn, metricIn, type Scene, sceneOf, whoseIn } from './scene.ts'
import { type Share, sharesOf } from './shares.ts'
import { finerThan, isFiner } from './split-period.ts'
import { readSplitRequest, type SplitRequest } from './split-request.ts'
import { tellOwner } from './state-target.ts'
import { lockTargets, openTargets } from './store.ts'
import { standing, type Target } from './target.ts'
import { onlyManagers } from './words/refusals.ts'
import { type Split, splitContent, splitDone } from './words/split.ts'
import { cannotAdd, notFiner, nothingToSplit, tooMany, wrongRatio } from './words/split-refusals.ts'

/** As many parts as one message shows well, and one decision covers. */
const MOST_PARTS = 62

/**
 * Answers `/target split`: first how a target that stands would be shared out among people or shorter periods; once that is
 * confirmed, proposes the parts to those whom they concern. What the team splits into shorter periods stands at once.
 */
export async function splitTyped(ctx: MemberContext, said: string): Promise<void> {
  const scene = await sceneOf(ctx)
  const request = readSplitRequest(said)
  const about = readAbout(request.about, scene)
  const owner = whoseIn(scene, about)
  const metric = metricIn(scene, about)
  if (owner?.memberId !== scene.me.memberId && !scene.isManager) {
    throw new UserError('target-only-managers', onlyManagers)
  }
  if (!addsUp(metric) || metric.direction === 'less') throw new UserError('target-cannot-add', cannotAdd(metric))
  const days = daysIn(scene, about)
  await lockTargets(ctx.tx, ctx.team.id)
  const whole = await wholeOf(ctx, scene, { memberId: owner?.memberId ?? null, metricId: metric.id, ...days })
  if (!whole) throw new UserError('target-nothing-to-split', nothingToSplit(metric, owner === null))
  const split = await sharedOut(ctx, scene, { whole, owner, metric }, request)
  if (request.confirmed) await carryOut(ctx, scene, split)
  else {
    ctx.say({
      to: { reply: 'private' },
      content: splitContent(split, ctx.lang),
      lane: 'reply',
      purpose: 'targets.split',
    })
  }
}

async function wholeOf(
  { tx, team }: MemberContext,
  { today }: Scene,
  slot: Pick<Target, 'memberId' | 'metricId' | 'from' | 'to'>,
): Promise<Target | null> {
  const memberIds = slot.memberId === null ? [] : [slot.memberId]
  const all = standing(await openTargets(tx, team.id, { endingFrom: today, memberIds }))
  const { memberId, metricId, from, to } = slot
  return (
    all.find(one => one.memberId === memberId && one.metricId === metricId && one.from === from && one.to === to) ??
    null
  )
}

interface Whole {
  readonly whole: Target
  readonly owner: TeamMember | null
  readonly metric: Metric
}

async function sharedOut(
  ctx: MemberContext,
  scene: Scene,
  { whole, owner, metric }: Whole,
  request: SplitRequest,
): Promise<Split> {
  const into = request.into ?? (owner === null ? 'people' : finerThan(whole.kind))
  if (into === null || (into === 'people' ? owner !== null : !isFiner(into, whole.kind))) {
    throw new UserError('target-not-finer', notFiner)
  }
  const { shares, basis } = await sharesOf(ctx, scene, { whole, owner, metric, into, basis: request.basis })
  if (shares.length === 0 || shares.length > MOST_PARTS) throw new UserError('target-too-many', tooMany(shares.length))
  const { weights } = request
  if (weights && weights.length !== shares.length) {
    throw new UserError('target-wrong-ratio', wrongRatio(weights.length, shares))
  }
  const values = apportion(whole.value, weights ?? shares.map(({ weight }) => weight), decimalsOf(metric))
  const parts = shares.map((share, at) => ({ ...share, value: values[at] ?? 0 }))
  return {
    whole,
    metric,
    into,
    basis: weights ? 'by-hand' : basis,
    parts,
    owner: owner?.name ?? null,
  }
}

/** Parts of nothing are left out: nobody is asked for 0. */
async function carryOut(ctx: MemberContext, scene: Scene, split: Split): Promise<void> {
  const puts: Put[] = []
  for (const part of split.parts.filter(({ value }) => value > 0)) puts.push(await put(ctx, scene, split, part))
  ctx.say({
    to: { reply: 'private' },
    content: splitDone(split, puts.filter(({ change }) => change === 'new').length, ctx.lang),
    lane: 'reply',
    purpose: 'targets.split',
  })
}

async function put(
  ctx: MemberContext,
  scene: Scene,
  { whole, metric }: Split,
  part: Share & { value: number },
): Promise<Put> {
  const { member, kind, from, to, value } = part
  const draft = { ...{ member, metric, kind, from, to, value }, reason: null, parentId: whole.id }
  const before = await lockSlot(ctx, slotOf(draft))
  const isOwn = member === null || member.memberId === ctx.actor.memberId
  const done = await putTarget(ctx, draft, isOwn ? 'accepted' : 'proposed', before)
  if (member && !isOwn && done.change === 'new') {
    tellOwner(ctx, done, await checkWanted(ctx, scene, { ...draft, parent: whole }), member)
  }
  return done
}
