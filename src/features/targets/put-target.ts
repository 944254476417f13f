import { newId } from '../../base/ids.ts'
import type { MemberContext } from '../../context.ts'
import type { Metric } from '../metrics/catalogue.ts'
import type { TeamMember } from '../team/members.ts'
import { insertTarget, lockTargets, moveTargets, targetsIn } from './store.ts'
import { standing, type Target, type TargetSlot, waiting } from './target.ts'

/** A target that somebody states. */
export interface Draft extends Omit<TargetSlot, 'memberId' | 'metricId'> {
  /** Null for the team's own. */
  readonly member: TeamMember | null
  readonly metric: Metric
  readonly value: number
  readonly reason: string | null
  readonly parentId: string | null
}

/** What stands and what waits for an answer where a target is to be. */
export interface Before {
  readonly standing: Target | null
  readonly waiting: Target | null
}

export interface Put {
  readonly target: Target
  readonly change: 'new' | 'same'
  readonly before: Before
}

/** Reads what there is in a slot, which nobody else changes until the transaction ends. */
export async function lockSlot({ tx, team }: MemberContext, slot: Omit<TargetSlot, 'kind'>): Promise<Before> {
  await lockTargets(tx, team.id)
  const all = await targetsIn(tx, team.id, slot)
  return { standing: standing(all)[0] ?? null, waiting: waiting(all)[0] ?? null }
}

/** The draft's place. */
export function slotOf({ member, metric, kind, from, to }: Draft): TargetSlot {
  return { memberId: member?.memberId ?? null, metricId: metric.id, kind, from, to }
}

/**
 * Writes a target in place of what waits there, and of what stands there if it is accepted. Said again it changes nothing.
 * The slot must be locked.
 */
export async function putTarget(
  ctx: MemberContext,
  draft: Draft,
  state: 'proposed' | 'accepted',
  before: Before,
): Promise<Put> {
  const { tx, team, now, actor } = ctx
  const { value, reason, parentId } = draft
  const same = state === 'accepted' ? before.standing : (before.waiting ?? before.standing)
  const settled = state === 'proposed' || before.waiting === null
  if (same?.value === value && settled && (reason === null || reason === same.reason)) {
    return { target: same, change: 'same', before }
  }
  const step = { by: actor.personId, at: now }
  const replaced = [before.waiting, state === 'accepted' ? before.standing : null]
  await moveTargets(
    tx,
    replaced.flatMap(target => target?.id ?? []),
    'superseded',
    step,
  )
  const target: Target = {
    ...{ ...slotOf(draft), id: newId(now), value, state, reason, parentId },
    ...{ createdBy: actor.personId, createdAt: now },
  }
  await insertTarget(tx, team.id, target)
  return { target, change: 'new', before }
}
