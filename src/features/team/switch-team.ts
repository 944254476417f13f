import { UserError } from '../../base/errors.ts'
import type { MemberContext, Team } from '../../context.ts'
import { answer } from './answer.ts'
import { fold } from './find-member.ts'
import { membershipsOf } from './members.ts'
import { setCurrentTeam } from './store.ts'
import { teamsWords } from './words/members.ts'

/** Chooses, by name or id, the team that the actor's direct messages are about; without a choice shows the teams there are. */
export async function switchTeam(ctx: MemberContext, choice: string): Promise<void> {
  const memberships = await membershipsOf(ctx.tx, ctx.actor.personId)
  const teams = memberships.map(membership => membership.team)
  const chosen = choice.trim() === '' ? ctx.team : teamNamed(teams, choice)
  if (choice.trim() !== '') await setCurrentTeam(ctx.tx, ctx.actor.personId, chosen.id)
  answer(ctx, 'team.switched', teamsWords(ctx.lang, teams, chosen))
}

function teamNamed(teams: readonly Team[], choice: string): Team {
  const team = teams.find(one => one.id === choice || fold(one.name) === fold(choice))
  if (team) return team
  const names = teams.map(one => one.name)
  throw new UserError('team.no-such-team', {
    zh: `你的团队有：${names.join('、')}。`,
    en: `Your teams are ${names.join(', ')}.`,
  })
}
