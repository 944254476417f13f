import { UserError } from '../../base/errors.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import { everyMetricOf } from '../metrics/catalogue.ts'
import { memberById } from '../team/members.ts'
import { mayAccept, type Voice } from './agree.ts'
import type { TargetRequest } from './request.ts'
import { type Scene, sceneOf, whoseIn } from './scene.ts'
import { childrenOf, lockTargets, moveTargets, openTargets, targetById } from './store.ts'
import { slotKey, standing, type Target, waiting } from './target.ts'
import { type Answered, acceptedContent, answersContent, whyAnswered } from './words/answers.ts'
import { nothingToAccept, onlyManagers, targetGone } from './words/refusals.ts'

/** Accepts as typed: all that waits for the speaker's word, or what was named of it. */
export async function acceptTyped(ctx: MemberContext, request: TargetRequest): Promise<void> {
  const scene = await sceneOf(ctx)
  const owner = whoseIn(scene, request)
  if (!owner || (owner.memberId !== scene.me.memberId && !scene.isManager)) {
    throw new UserError('target-only-managers', onlyManagers)
  }
  await lockTargets(ctx.tx, ctx.team.id)
  const open = await openTargets(ctx.tx, ctx.team.id, { endingFrom: scene.today, memberIds: [owner.memberId] })
  const { metric, period } = request
  const asked = waiting(open).filter(
    target =>
      target.memberId === owner.memberId &&
      (metric === null || target.metricId === metric.id) &&
      (period === null || (target.from === period.from && target.to === period.to)) &&
      mayAccept(target, voiceOf(ctx, scene, owner.personId)),
  )
  if (asked.length === 0) throw new UserError('target-nothing-waits', nothingToAccept)
  await accept(ctx, scene, asked, open)
}

/** Accepts the proposal on whose button somebody pressed. */
export async function acceptPressed(ctx: MemberContext, target: Target): Promise<void> {
  await lockTargets(ctx.tx, ctx.team.id)
  const now = await targetById(ctx.tx, ctx.team.id, target.id)
  const scene = await sceneOf(ctx)
  const owner = scene.members.find(({ memberId }) => memberId === target.memberId)
  if (!now || !owner || !mayAccept(now, voiceOf(ctx, scene, owner.personId))) {
    throw new UserError('target-gone', targetGone)
  }
  const memberIds = [owner.memberId]
  const open = await openTargets(ctx.tx, ctx.team.id, { endingFrom: now.to, memberIds })
  await accept(ctx, scene, [now], open)
}

function voiceOf(
  { actor }: MemberContext,
  { isManager }: Scene,
  ownerPersonId: string,
): Pick<Voice, 'ownerPersonId' | 'personId' | 'isManager'> {
  return { ownerPersonId, personId: actor.personId, isManager }
}

/** What stood in the same slots gives way. `open` holds all that stands or waits there. */
async function accept(
  ctx: MemberContext,
  scene: Scene,
  accepted: readonly Target[],
  open: readonly Target[],
): Promise<void> {
  const { tx, actor, now } = ctx
  const ids = accepted.map(({ id }) => id)
  const slots = new Set(accepted.map(slotKey))
  const replaced = open.filter(target => slots.has(slotKey(target)) && !ids.includes(target.id))
  const step = { by: actor.personId, at: now }
  await moveTargets(
    tx,
    replaced.map(({ id }) => id),
    'superseded',
    step,
  )
  await moveTargets(tx, ids, 'accepted', step)
  const metrics = await everyMetricOf(tx, ctx.team.id)
  const today = toLocal(now, ctx.team.zone).date
  const answered = accepted.map(target => ({ ...target, state: 'accepted' as const }))
  const content = acceptedContent({ targets: answered, before: standing(replaced), metrics, today }, ctx.lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'targets.accepted' })
  for (const target of answered) await tellProposer(ctx, scene, target, metrics)
}

/** One message for all parts of a target, revised with each answer; a line for each where that cannot be. */
async function tellProposer(
  { tx, say, actor }: MemberContext,
  { members }: Scene,
  target: Target,
  metrics: Answered['metrics'],
): Promise<void> {
  const proposer = members.find(({ personId }) => personId === target.createdBy)
  if (!proposer) return
  const parts = target.parentId === null ? [target] : await childrenOf(tx, [target.parentId])
  const all = parts.filter(one => one.createdBy === target.createdBy && one.memberId !== proposer.memberId)
  const names = new Map<string, string>()
  for (const { memberId } of [...all, target]) {
    if (memberId !== null) names.set(memberId, (await memberById(tx, memberId))?.name ?? '')
  }
  const whole = all.length > 1 ? all : [target]
  const say_ = (targets: readonly Target[]) =>
    answersContent({ targets, names, metrics, by: actor.name }, proposer.lang)
  say({
    to: { person: proposer.personId },
    content: say_(whole),
    lane: 'digest',
    purpose: 'targets.answered',
    key: `targets.answered:${target.id}`,
    revises: { key: `targets.answers:${target.parentId ?? target.id}:${proposer.personId}`, short: say_([target]) },
    reason: { words: whyAnswered },
  })
}
