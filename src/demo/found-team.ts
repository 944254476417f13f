import type { Lang } from '../base/words.ts'
import type { Actor, Team } from '../context.ts'
import { createDefaultForms } from '../features/forms/create-default-forms.ts'
import { createDefaultMetrics } from '../features/metrics/catalogue.ts'
import { channelFor } from '../features/team/channels.ts'
import { identify } from '../features/team/identify.ts'
import { importMembers } from '../features/team/import-members.ts'
import { membersOf, type TeamMember } from '../features/team/members.ts'
import { setUpTeam } from '../features/team/set-up-team.ts'
import { setUpDefaults } from '../features/team/setup-input.ts'
import { teamById } from '../features/team/teams.ts'
import type { Tx } from '../store/transaction.ts'
import { cast, demoTeamName, emptyGroup, founder, guests, teamGroup } from './cast.ts'
import type { Stage } from './stage.ts'

const platform = 'room'

/** The demo's team and its members by their ids in the Room. */
export interface Company {
  readonly team: Team
  readonly members: ReadonlyMap<string, TeamMember>
}

/** Who a visitor can be, and where they can talk. */
export async function furnishRoom(tx: Tx, lang: Lang): Promise<void> {
  const people = [...cast, ...guests]
  const groups = [teamGroup, emptyGroup]
  const named = <T extends { id: string; name: Record<Lang, string> }>(all: readonly T[]) =>
    all.map(({ id, name }, position) => ({ id, name: name[lang], position }))
  await tx.roomUser.createMany({ data: named(people), skipDuplicates: true })
  await tx.roomChannel.createMany({ data: named(groups), skipDuplicates: true })
}

/** Makes the team in its group, as its admin did back then, and brings everybody in. */
export async function foundTeam(stage: Stage, now: Date, lang: Lang): Promise<Company> {
  const { tx } = stage
  const teamId = await setUp(stage, now, lang)
  await tx.team.update({ where: { id: teamId }, data: { demo: true } })
  const team = await teamById(tx, teamId)
  if (!team) throw new Error('the team of the demo is not there')
  await createDefaultMetrics(tx, team, now)
  await createDefaultForms(tx, team, now)
  const result = await importMembers(stage.team(now, team), rosterCsv(lang), { platforms: [platform] })
  if (result.kind === 'refused') throw new Error(`the roster of the demo was refused: ${JSON.stringify(result.faults)}`)
  return { team, members: await membersById(tx, team) }
}

async function setUp(stage: Stage, now: Date, lang: Lang): Promise<string> {
  const { tx } = stage
  const channel = await channelFor(tx, { platform, externalId: teamGroup.id, name: teamGroup.name[lang] })
  const { personId, name } = await identify(tx, { platform, accountId: founder.id, name: founder.name[lang] }, now)
  const actor: Actor = { personId, memberId: '', name, role: 'guest', lang }
  const ctx = stage.person(now, actor, { kind: 'group', channelId: channel.id })
  const { teamId } = await setUpTeam(ctx, { ...setUpDefaults, name: demoTeamName(lang), lang, manager: 'other' })
  return teamId
}

function rosterCsv(lang: Lang): string {
  const rows = cast.map(({ id, name, role }) => [name[lang], role, platform, id].join(','))
  return ['name,role,platform,account', ...rows].join('\n')
}

async function membersById(tx: Tx, team: Team): Promise<ReadonlyMap<string, TeamMember>> {
  const members = new Map((await membersOf(tx, team)).map(member => [member.personId, member]))
  const accounts = await tx.account.findMany({ where: { platform, personId: { in: [...members.keys()] } } })
  return new Map(
    accounts.flatMap(({ accountId, personId }) => {
      const member = members.get(personId)
      return member ? [[accountId, member] as const] : []
    }),
  )
}
