import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import { lockSlot } from './put-target.ts'
import type { TargetRequest } from './request.ts'
import { daysIn, metricIn, sceneOf, whoseIn } from './scene.ts'
import { moveTargets, stepsOf } from './store.ts'
import { nothingThere, notYours, onlyManagers } from './words/refusals.ts'
import { withdrawnContent, withdrawnForYou } from './words/withdrawn.ts'

/** Takes back a target as typed, with what is proposed in its place: one's own as long as no one else had a say in it. */
export async function withdrawTyped(ctx: MemberContext, request: TargetRequest): Promise<void> {
  const { tx, actor, now } = ctx
  const scene = await sceneOf(ctx)
  const owner = whoseIn(scene, request)
  const metric = metricIn(scene, request)
  const days = daysIn(scene, request)
  const isOwn = owner?.memberId === actor.memberId
  if (!isOwn && !scene.isManager) throw new UserError('target-only-managers', onlyManagers)
  const { standing, waiting } = await lockSlot(ctx, { ...days, memberId: owner?.memberId ?? null, metricId: metric.id })
  const targets = [standing, waiting].filter(target => target !== null)
  if (targets.length === 0) throw new UserError('target-nothing-there', nothingThere)
  const ids = targets.map(({ id }) => id)
  const steps = [...(await stepsOf(tx, ids)).values()].flat()
  if (!scene.isManager && steps.some(({ by }) => by !== actor.personId))
    throw new UserError('target-not-yours', notYours)
  await moveTargets(tx, ids, 'withdrawn', { by: actor.personId, at: now })
  const content = withdrawnContent(targets, metric, ctx.lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'targets.withdrawn' })
  if (isOwn || !owner) return
  ctx.say({
    to: { person: owner.personId },
    content: withdrawnForYou(targets, metric, actor.name, owner.lang),
    lane: 'reply',
    purpose: 'targets.withdrawn-for-you',
    key: `targets.withdrawn:${ids.join()}`,
  })
}
