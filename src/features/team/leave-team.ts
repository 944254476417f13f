import { toLocal } from '../../calendar/zone.ts'
import type { MemberContext } from '../../context.ts'
import { answer } from './answer.ts'
import { lastAdmin } from './member-errors.ts'
import { membersOf } from './members.ts'
import { decideDeparture } from './roster.ts'
import { dismiss, lockTeam } from './store.ts'
import { askDepartureWords, departedWords } from './words/members.ts'

/** The actor leaves the team; asked to confirm first. The last admin cannot. */
export async function leaveTeam(ctx: MemberContext, isConfirmed: boolean): Promise<void> {
  const { tx, team, actor } = ctx
  await lockTeam(tx, team.id)
  switch (decideDeparture(await membersOf(tx, team), actor.memberId, isConfirmed)) {
    case 'last-admin':
      throw lastAdmin()
    case 'ask':
      return answer(ctx, 'team.leave-team', askDepartureWords(ctx.lang, team))
    case 'go':
      await dismiss(tx, { ...actor, teamId: team.id }, toLocal(ctx.now, team.zone).date, 'left')
      ctx.emit({ name: 'member.left', teamId: team.id, payload: { memberId: actor.memberId, because: 'left' } })
      return answer(ctx, 'team.left', departedWords(ctx.lang, team))
  }
}
