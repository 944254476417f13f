import { z } from 'zod'
import { type Lang, langs } from '../../base/words.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { type OfficialTable, type WorkCalendar, workCalendarSchema } from '../../calendar/work-calendar.ts'
import { atLeast, type Role, roles, type Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { settingsOf } from '../setting.ts'
import { officialTable, withOfficial } from './official-days.ts'
import { teamSettingsSchema } from './team-settings.ts'
import { toTeam } from './teams.ts'

export { findMember } from './find-member.ts'

export interface TeamMember {
  readonly memberId: string
  readonly personId: string
  readonly teamId: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly role: Role
  /** The person's own choice, else their account's language, else the team's. */
  readonly lang: Lang
  /** The member's own calendar, else the team's; with the official days. */
  readonly calendar: WorkCalendar
  readonly joinedOn: LocalDate
  /** The first day on which they no longer count. */
  readonly leftOn: LocalDate | null
}

const lang = z.enum(langs)

const memberRowSchema = z.object({
  id: z.string(),
  teamId: z.string(),
  personId: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  role: z.enum(roles),
  calendar: workCalendarSchema.nullable(),
  joinedOn: z.string(),
  leftOn: z.string().nullable(),
  person: z.object({ lang: lang.nullable(), accounts: z.array(z.object({ lang })) }),
})

const inLang = {
  where: { lang: { not: null } },
  select: { lang: true },
  orderBy: { lastSeenAt: 'desc' },
  take: 1,
} as const
const withLang = { person: { select: { lang: true, accounts: inLang } } } as const
const byAge = [{ joinedOn: 'asc' }, { id: 'asc' }] as const

/** Who is in the team: now, or with `on` who was (or will be) in it on that day. Longest in it first. */
export async function membersOf(tx: Tx, team: Team, on?: LocalDate): Promise<TeamMember[]> {
  const then =
    on === undefined ? { leftOn: null } : { joinedOn: { lte: on }, OR: [{ leftOn: null }, { leftOn: { gt: on } }] }
  const rows = await tx.member.findMany({ where: { teamId: team.id, ...then }, include: withLang, orderBy: [...byAge] })
  return rows.map(row => toMember(row, team, team.calendar.official))
}

/** Also those who have left. */
export async function everMembersOf(tx: Tx, team: Team): Promise<TeamMember[]> {
  const rows = await tx.member.findMany({ where: { teamId: team.id }, include: withLang, orderBy: [...byAge] })
  return rows.map(row => toMember(row, team, team.calendar.official))
}

/** Also somebody who has left. */
export async function memberById(tx: Tx, memberId: string): Promise<TeamMember | null> {
  const row = await tx.member.findUnique({ where: { id: memberId }, include: { ...withLang, team: true } })
  if (row === null) return null
  const official = await officialTable(tx)
  return toMember(row, toTeam(row.team, official), official)
}

/** What members are called now, by their ids; also of those who have left. */
export async function memberNames(tx: Tx, memberIds: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const id = { in: [...new Set(memberIds)] }
  const rows = await tx.member.findMany({ where: { id }, select: { id: true, name: true } })
  return new Map(rows.map(row => [row.id, row.name]))
}

/** What a person is called in a team, also after they have left it; null for somebody who never was in it. */
export async function nameOfPerson(tx: Tx, teamId: string, personId: string): Promise<string | null> {
  const where = { teamId_personId: { teamId, personId } }
  return (await tx.member.findUnique({ where, select: { name: true } }))?.name ?? null
}

/** Every team that the person is in now. */
export async function membershipsOf(tx: Tx, personId: string): Promise<{ team: Team; member: TeamMember }[]> {
  const rows = await tx.member.findMany({
    where: { personId, leftOn: null },
    include: { ...withLang, team: true },
    orderBy: [...byAge],
  })
  const official = await officialTable(tx)
  return rows.map(row => {
    const team = toTeam(row.team, official)
    return { team, member: toMember(row, team, official) }
  })
}

/** Who hears what managers hear: the managers, and the admins unless they leave that to them. Never nobody. */
export async function managersOf(tx: Tx, team: Team): Promise<TeamMember[]> {
  return managersAmong(await membersOf(tx, team), settingsOf(team, 'team', teamSettingsSchema).adminsManage)
}

function managersAmong(members: readonly TeamMember[], adminsManage: boolean): TeamMember[] {
  const managers = members.filter(member => member.role === 'manager')
  if (!adminsManage && managers.length > 0) return managers
  return members.filter(member => atLeast(member.role, 'manager'))
}

function toMember(row: unknown, team: Team, official: OfficialTable): TeamMember {
  const { id, calendar, person, ...facts } = memberRowSchema.parse(row)
  return {
    ...facts,
    memberId: id,
    lang: person.lang ?? person.accounts[0]?.lang ?? team.lang,
    calendar: calendar === null ? team.calendar : withOfficial(calendar, official),
  }
}
