import { atLeast, isMember, type PersonContext, type Team } from '../../context.ts'
import { membershipsOf } from '../team/members.ts'
import { requireRole } from '../team/permission.ts'
import { hasTeam } from '../team/set-up-team.ts'
import { bindChannel, lockTeam } from '../team/store.ts'
import { takeInPresent } from '../team/take-in.ts'
import { teamById } from '../team/teams.ts'
import { issueCode } from './code-store.ts'
import { groupsOf } from './groups.ts'
import { redeem } from './redeem.ts'
import { saySecretly } from './secretly.ts'
import {
  bindWords,
  boundAlready,
  boundWords,
  needsGroup,
  noTeamToBind,
  notYours,
  otherTeam,
  teamGone,
  whereGroupCodes,
} from './words/bind.ts'

/** Without a code gives a manager one to type in another group; with one makes this group one of the team's. */
export async function bindGroup(ctx: PersonContext, typed: string): Promise<void> {
  if (typed.trim() === '') return await giveCode(ctx)
  if (ctx.place.kind !== 'group') throw needsGroup()
  const { channelId } = ctx.place
  const asker = await redeem(ctx, 'group', typed, whereGroupCodes)
  if (asker === null) return
  const { tx, now } = ctx
  const team = asker.teamId === null ? null : await teamById(tx, asker.teamId)
  if (team === null) throw teamGone()
  if (!(await mayBind(ctx, team))) throw notYours(team)
  if (ctx.team !== null) throw ctx.team.id === team.id ? boundAlready(team) : otherTeam(ctx.team.name)
  await lockTeam(tx, team.id)
  if (!(await bindChannel(tx, channelId, team.id))) throw hasTeam(null)
  const taken = await takeInPresent(ctx, team, channelId)
  ctx.say({
    to: { reply: 'open' },
    content: boundWords(team.lang, team, taken),
    lane: 'reply',
    purpose: 'linking.bound',
    key: `linking.bound:${channelId}:${now.toISOString()}`,
    forAnybody: true,
  })
}

async function giveCode(ctx: PersonContext): Promise<void> {
  if (!isMember(ctx)) throw noTeamToBind()
  requireRole(ctx, 'manager')
  const { tx, team, actor, now, lang } = ctx
  const code = await issueCode(tx, { purpose: 'group', personId: actor.personId, teamId: team.id }, now)
  saySecretly(ctx, 'group', bindWords(lang, team, await groupsOf(tx, team.id), code))
}

/** The one who asked for the code was a manager, so this holds for them too, unless they are none any more. */
async function mayBind({ tx, actor }: PersonContext, team: Team): Promise<boolean> {
  const memberships = await membershipsOf(tx, actor.personId)
  return memberships.some(({ member }) => member.teamId === team.id && atLeast(member.role, 'manager'))
}
