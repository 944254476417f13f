import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import type { TeamMember } from '../team/members.ts'
import { readTargetPaces } from './read-paces.ts'
import type { TargetRequest } from './request.ts'
import { type Scene, sceneOf, whoseIn } from './scene.ts'
import { openTargets } from './store.ts'
import { standing, type Target, waiting } from './target.ts'
import { onlyManagers } from './words/refusals.ts'
import { targetsContent } from './words/targets.ts'

/**
 * Answers `/target`: one's own targets and the team's with their progress, to whoever asked alone. A manager sees everybody's
 * with `/target team`, one member's with their name.
 */
export async function showTargets(ctx: MemberContext, request: TargetRequest): Promise<void> {
  const scene = await sceneOf(ctx)
  const member = whoseIn(scene, request)
  const isOwn = member?.memberId === ctx.actor.memberId
  if (member && !isOwn && !scene.isManager) throw new UserError('target-only-managers', onlyManagers)
  const open = await openTargets(ctx.tx, ctx.team.id, {
    endingFrom: scene.today,
    ...(!scene.isManager && { memberIds: [scene.me.memberId] }),
  })
  const asked = open.filter(target => isAsked(target, request))
  const shown = asked.filter(
    ({ memberId }) => memberId === null || memberId === member?.memberId || (member === null && scene.isManager),
  )
  ctx.say({
    to: { reply: 'private' },
    content: targetsContent(
      {
        ...{ member, isOwn, today: scene.today, metrics: scene.metrics, isManager: scene.isManager },
        paces: await readTargetPaces(ctx.tx, ctx.team, {
          targets: standing(shown),
          members: scene.members,
          now: ctx.now,
        }),
        waiting: waiting(isOwn ? asked.filter(target => concerns(scene, target)) : shown),
        names: namesOf(scene),
        personId: ctx.actor.personId,
      },
      ctx.lang,
    ),
    lane: 'reply',
    purpose: 'targets.shown',
  })
}

/** One's own; for a manager also what others offer. */
function concerns({ me, members, isManager }: Scene, { memberId, createdBy }: Target): boolean {
  if (memberId === me.memberId) return true
  return isManager && members.some(member => member.memberId === memberId && member.personId === createdBy)
}

function isAsked(target: Target, { metric, period }: TargetRequest): boolean {
  if (metric !== null && target.metricId !== metric.id) return false
  return period === null || (period.from <= target.from && target.to <= period.to)
}

function namesOf({ members }: Scene): ReadonlyMap<string, TeamMember> {
  return new Map(members.map(member => [member.memberId, member]))
}
