import { UserError } from '../../base/errors.ts'
import { newId } from '../../base/ids.ts'
import { workCalendarSchema } from '../../calendar/work-calendar.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { PersonContext, Team } from '../../context.ts'
import type { SetUp } from './setup-input.ts'
import { bindChannel, createTeam, enlist, setCurrentTeam } from './store.ts'
import { takeInPresent } from './take-in.ts'
import { teamSettingsSchema } from './team-settings.ts'
import { teamMadeWords } from './words/setup.ts'

/** Makes a team from the group in which the actor speaks; the actor is its admin. Metrics and forms follow `team.created`. */
export async function setUpTeam(ctx: PersonContext, input: SetUp): Promise<{ teamId: string; memberId: string }> {
  const { tx, place, actor, now } = ctx
  if (place.kind === 'direct') throw needsGroup()
  if (ctx.team !== null) throw hasTeam(ctx.team.name)
  const teamId = newId(now)
  const { name, zone, lang, planDue, reportDue, manager } = input
  const settings = teamSettingsSchema.parse({ planDue, reportDue, adminsManage: manager === 'me' })
  const calendar = workCalendarSchema.parse({ kind: 'cn' })
  const team: Team = { id: teamId, name, zone, lang, calendar, settings: { team: settings } }
  await createTeam(tx, { ...team, createdAt: now })
  if (!(await bindChannel(tx, place.channelId, teamId))) throw hasTeam(null)
  const { memberId } = await enlist(tx, {
    memberId: newId(now),
    teamId,
    personId: actor.personId,
    name: actor.name,
    role: 'admin',
    joinedOn: toLocal(now, zone).date,
  })
  await setCurrentTeam(tx, actor.personId, teamId)
  ctx.emit({ name: 'team.created', teamId, payload: {} })
  ctx.emit({ name: 'member.joined', teamId, payload: { memberId } })
  const taken = await takeInPresent(ctx, team, place.channelId)
  const content = teamMadeWords(input, taken)
  ctx.say({ to: { reply: 'open' }, content, lane: 'reply', purpose: 'team.made', forAnybody: true })
  return { teamId, memberId }
}

function needsGroup(): UserError {
  return new UserError('team.needs-group', {
    zh: '团队要在群里建：把我拉进团队的群，在群里输入 /setup 和团队名称。',
    en: 'A team is made from its group: invite me there and type /setup and a name in it.',
  })
}

/** The group has a team already; where the name is not known, somebody else was faster. */
export function hasTeam(name: string | null): UserError {
  return new UserError('team.exists', {
    zh:
      name === null
        ? '这个群刚刚已经建了团队。'
        : `这个群已经是“${name}”的群了。要改名字，管理员可以输入 /设置 name 新名字。`,
    en:
      name === null
        ? 'This group has just got a team.'
        : `This group belongs to "${name}" already. To rename it, an admin can type /settings name and the new name.`,
  })
}
