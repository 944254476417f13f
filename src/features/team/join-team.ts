import { newId } from '../../base/ids.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { Actor, PersonContext, Team } from '../../context.ts'
import { answer } from './answer.ts'
import { enlist, setCurrentTeam } from './store.ts'
import { welcomeWords } from './words/setup.ts'

/**
 * Makes the actor a rep of the team from today, also again after leaving. Harmless for a member. Whoever said nothing is not
 * answered: what they are to know comes from `welcome`.
 */
export async function joinTeam(ctx: PersonContext & { readonly team: Team }, spoke = true): Promise<Actor> {
  const { tx, team, actor, now } = ctx
  const today = toLocal(now, team.zone).date
  const enlisted = await enlist(tx, {
    memberId: newId(now),
    teamId: team.id,
    personId: actor.personId,
    name: actor.name,
    role: 'rep',
    joinedOn: today,
  })
  await setCurrentTeam(tx, actor.personId, team.id)
  if (enlisted.isNew) {
    ctx.emit({ name: 'member.joined', teamId: team.id, payload: { memberId: enlisted.memberId, how: 'came' } })
    if (spoke) answer(ctx, 'team.joined', welcomeWords(ctx.lang, team.name))
  }
  return { ...actor, memberId: enlisted.memberId, name: enlisted.name, role: enlisted.role }
}
