import { newId } from '../../src/base/ids.ts'
import { workCalendarSchema } from '../../src/calendar/work-calendar.ts'
import type { Team } from '../../src/context.ts'
import { createDefaultForms } from '../../src/features/forms/create-default-forms.ts'
import { createDefaultMetrics } from '../../src/features/metrics/catalogue.ts'
import type { Store } from '../../src/store/store.ts'

/** A Monday in Shanghai, when reports are open. */
export const opening = new Date('2026-11-23T17:30:00+08:00')

/** Who reports: five teams of ten, each in its own group of the Room. */
export const reps = Array.from({ length: 50 }, (_, n) => ({ id: `rep${n}`, channel: `group${n % 5}` }))

/** Writes these teams, as they stand after set-up. */
export async function stageTeams(store: Store): Promise<void> {
  const channels = [...new Set(reps.map(rep => rep.channel))]
  const teams = new Map<string, Team>()
  for (const channel of channels) teams.set(channel, await foundTeam(store, channel))
  await store.prisma.roomChannel.createMany({ data: channels.map(id => ({ id, name: id })) })
  await store.prisma.roomUser.createMany({ data: reps.map(({ id }) => ({ id, name: id })) })
  for (const { id, channel } of reps) await joinTeam(store, id, teams.get(channel)?.id ?? '')
}

async function foundTeam({ prisma }: Store, channel: string): Promise<Team> {
  const calendar = workCalendarSchema.parse({ kind: 'cn' })
  const team: Team = { id: newId(), name: channel, zone: 'Asia/Shanghai', lang: 'zh', calendar, settings: {} }
  const { id, name, zone, lang } = team
  await prisma.team.create({ data: { id, name, zone, lang, calendar, createdAt: opening } })
  await prisma.channel.create({ data: { id: newId(), platform: 'room', externalId: channel, teamId: id } })
  await createDefaultMetrics(prisma, team, opening)
  await createDefaultForms(prisma, team, opening)
  return team
}

async function joinTeam({ prisma }: Store, name: string, teamId: string): Promise<void> {
  const personId = newId()
  await prisma.person.create({ data: { id: personId, name, lastPlatform: 'room', createdAt: opening } })
  await prisma.account.create({ data: { platform: 'room', accountId: name, personId, lastSeenAt: opening } })
  await prisma.member.create({
    data: { id: newId(), teamId, personId, name, aliases: [], role: 'rep', joinedOn: '2026-01-05' },
  })
}
