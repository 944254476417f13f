import { UserError } from '../../base/errors.ts'
import { addDays } from '../../calendar/dates.ts'
import type { MemberContext } from '../../context.ts'
import { managersOf, type TeamMember } from '../team/members.ts'
import { mayAccept, stateFor } from './agree.ts'
import { acceptPressed, voiceOf } from './answer-proposal.ts'
import { checkWanted } from './check.ts'
import { type Before, type Draft, lockSlot, type Put, putTarget, slotOf } from './put-target.ts'
import { valueFor } from './read-value.ts'
import type { TargetRequest } from './request.ts'
import { daysIn, metricIn, type Scene, sceneOf, whoseIn } from './scene.ts'
import { openTargets, stepsOf } from './store.ts'
import { parentFor, standing, type Target, type TargetSlot } from './target.ts'
import { proposalContent, setContent, statedContent, whyProposal } from './words/proposal.ts'
import { onlyManagers, periodFar, periodOver } from './words/refusals.ts'

/** Somebody states a target as typed: for the team, for themselves or for another. `insists`: it need not be accepted. */
export async function stateTyped(ctx: MemberContext, request: TargetRequest, insists: boolean): Promise<void> {
  const scene = await sceneOf(ctx)
  const member = whoseIn(scene, request)
  const metric = metricIn(scene, request)
  const days = daysIn(scene, request)
  const value = valueFor(metric, request.value)
  const parent = await servedBy(ctx, scene, { memberId: member?.memberId ?? null, metricId: metric.id, ...days })
  const { reason } = request
  await stateTarget(ctx, scene, { ...{ member, metric, value, reason, insists }, ...days, parent })
}

/** The team's target of the same metric that one of these days serves. */
export async function servedBy(
  { tx, team }: MemberContext,
  { today }: Scene,
  slot: TargetSlot,
): Promise<Target | null> {
  return parentFor(standing(await openTargets(tx, team.id, { endingFrom: today, memberIds: [] })), slot)
}

export interface Statement extends Omit<Draft, 'parentId'> {
  readonly parent: Target | null
  readonly insists: boolean
}

/**
 * Writes the target as far as the actor may, answers how it looks, and asks or tells whom it concerns. Whoever states just
 * what was proposed to them accepts it.
 */
export async function stateTarget(ctx: MemberContext, scene: Scene, statement: Statement): Promise<void> {
  const { member, metric, parent, kind, from, to, value } = statement
  checkDays(statement, scene)
  const draft: Draft = { ...statement, parentId: parent?.id ?? null }
  const before = await lockSlot(ctx, slotOf(draft))
  if (before.waiting?.value === value && member && mayAccept(before.waiting, voiceOf(ctx, scene, member.personId))) {
    return acceptPressed(ctx, before.waiting)
  }
  const put = await putTarget(ctx, draft, await stateOf(ctx, scene, statement, before), before)
  const checked = await checkWanted(ctx, scene, { ...{ member, metric, parent, kind, from, to, value } })
  const isOwn = member?.memberId === ctx.actor.memberId
  const content = statedContent(
    {
      ...{ ...checked, isOwn, target: put.target, change: put.change },
      owner: member?.name ?? null,
      before: before.standing?.value ?? null,
    },
    ctx.lang,
  )
  ctx.say({ to: { reply: 'private' }, content, lane: 'reply', purpose: 'targets.stated' })
  if (put.change === 'same' || !member) return
  if (!isOwn) tellOwner(ctx, put, checked, member)
  else if (put.target.state === 'proposed') await tellManagers(ctx, put, checked)
}

/** As far ahead as targets are made. */
const FARTHEST_DAYS = 731

function checkDays({ from, to }: Pick<TargetSlot, 'from' | 'to'>, { today }: Scene): void {
  if (to < today) throw new UserError('target-period-over', periodOver)
  if (from > addDays(today, FARTHEST_DAYS)) throw new UserError('target-period-far', periodFar)
}

async function stateOf(
  { tx, actor }: MemberContext,
  { isManager }: Scene,
  { member, insists }: Statement,
  { standing: agreed, waiting: open }: Before,
): Promise<'proposed' | 'accepted'> {
  const now = [agreed, open].filter(target => target !== null)
  const steps = await stepsOf(
    tx,
    now.map(({ id }) => id),
  )
  const others = [...steps.values()].flat().some(({ by }) => by !== actor.personId)
  const { personId } = actor
  const state = stateFor({ ownerPersonId: member?.personId ?? null, personId, isManager, insists, others })
  if (state === 'proposed' || state === 'accepted') return state
  throw new UserError('target-only-managers', onlyManagers)
}

type Checked = Awaited<ReturnType<typeof checkWanted>>

/** Asks a member to agree, or tells them what was set. */
export function tellOwner(ctx: MemberContext, { target, before }: Put, checked: Checked, member: TeamMember): void {
  const by = ctx.actor.name
  const proposal = { ...checked, target, by, owner: null, standing: before.standing?.value ?? null }
  const words = target.state === 'accepted' ? setContent : proposalContent
  ctx.say({
    to: { person: member.personId },
    content: words(proposal, member.lang),
    lane: 'reply',
    purpose: 'targets.proposed',
    key: `targets.proposed:${target.id}`,
    reason: { words: whyProposal(by) },
  })
}

async function tellManagers(ctx: MemberContext, { target, before }: Put, checked: Checked): Promise<void> {
  const { tx, team, actor } = ctx
  const proposal = { ...checked, target, by: actor.name, owner: actor.name, standing: before.standing?.value ?? null }
  for (const { personId, lang } of await managersOf(tx, team)) {
    ctx.say({
      to: { person: personId },
      content: proposalContent(proposal, lang),
      lane: 'reply',
      purpose: 'targets.offered',
      key: `targets.offered:${target.id}:${personId}`,
      reason: { words: whyProposal(actor.name) },
    })
  }
}
