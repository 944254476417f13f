import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import { everyMetricOf } from '../metrics/catalogue.ts'
import { memberById, nameOfPerson } from '../team/members.ts'
import type { TargetRequest } from './request.ts'
import { daysIn, metricIn, sceneOf, whoseIn } from './scene.ts'
import { stepsOf, targetsIn } from './store.ts'
import type { Target, TargetSlot } from './target.ts'
import { historyContent } from './words/history.ts'
import { nothingThere, onlyManagers } from './words/refusals.ts'

/** Answers `/target history`: every value that was ever proposed there, by whom, why, and what became of it. */
export async function showTypedHistory(ctx: MemberContext, request: TargetRequest): Promise<void> {
  const scene = await sceneOf(ctx)
  const member = whoseIn(scene, request)
  const metric = metricIn(scene, request)
  await showHistory(ctx, { ...daysIn(scene, request), memberId: member?.memberId ?? null, metricId: metric.id })
}

/** The same for the slot of a target on whose button somebody pressed. */
export async function showHistory(ctx: MemberContext, slot: TargetSlot): Promise<void> {
  const { tx, team, actor, lang } = ctx
  const { memberId } = slot
  const { isManager } = await sceneOf(ctx)
  if (memberId !== null && memberId !== actor.memberId && !isManager) {
    throw new UserError('target-only-managers', onlyManagers)
  }
  const targets = await targetsIn(tx, team.id, slot)
  const metric = (await everyMetricOf(tx, team.id)).find(({ id }) => id === slot.metricId)
  if (targets.length === 0 || !metric) throw new UserError('target-nothing-there', nothingThere)
  const ids = targets.map(({ id }) => id)
  const steps = await stepsOf(tx, ids)
  const names = await namesOf(ctx, targets, steps)
  const owner = memberId === null ? null : ((await memberById(tx, memberId))?.name ?? '')
  const content = historyContent({ targets, steps, names, metric, owner, zone: team.zone }, lang)
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'targets.history' })
}

async function namesOf(
  { tx, team }: MemberContext,
  targets: readonly Target[],
  steps: Awaited<ReturnType<typeof stepsOf>>,
): Promise<ReadonlyMap<string, string>> {
  const people = new Set([
    ...targets.map(({ createdBy }) => createdBy),
    ...[...steps.values()].flat().map(({ by }) => by),
  ])
  const names = new Map<string, string>()
  for (const personId of people) names.set(personId, (await nameOfPerson(tx, team.id, personId)) ?? '')
  return names
}
