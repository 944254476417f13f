import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { channelFor } from '../../../src/features/team/channels.ts'
import { identify } from '../../../src/features/team/identify.ts'
import { saveOfficialDays } from '../../../src/features/team/official-days.ts'
import { resolveActor } from '../../../src/features/team/resolve-actor.ts'
import { setCurrentTeam } from '../../../src/features/team/store.ts'
import type { Tx } from '../../../src/store/transaction.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { aMoment, givenMember, givenTeam } from '../harness.ts'

let database: TemporaryDatabase
let tx: Tx

beforeAll(async () => {
  database = await temporaryStore()
  tx = database.store.prisma
})
afterAll(() => database.close())

const later = (minutes: number) => new Date(aMoment.getTime() + minutes * 60_000)

describe('an account becomes a person', () => {
  it('makes one person however often the account speaks', async () => {
    const account = { platform: 'room', accountId: 'li', name: '李雷' }
    const first = await identify(tx, account, aMoment)
    const second = await identify(tx, account, later(1))
    expect(first).toEqual({ personId: first.personId, name: '李雷', lang: null, lastPlatform: 'room' })
    expect(second).toEqual(first)
    expect(await tx.person.count({ where: { name: '李雷' } })).toBe(1)
  })

  it('goes by the newest name that the platform shows, also in a team, unless another was chosen', async () => {
    const account = { platform: 'slack', accountId: 'U17' }
    const { personId, name } = await identify(tx, account, aMoment)
    expect(name).toBe('U17')
    expect((await identify(tx, { ...account, name: 'Ann' }, aMoment)).name).toBe('Ann')
    const [one, two] = [await givenTeam(tx), await givenTeam(tx)]
    await givenMember(tx, one, { name: 'Ann', personId })
    await givenMember(tx, two, { name: 'Boss', personId })
    expect((await identify(tx, { ...account, name: 'Annie' }, aMoment)).name).toBe('Annie')
    expect((await identify(tx, account, aMoment)).name).toBe('Annie')
    const names = await tx.member.findMany({ where: { personId }, orderBy: { id: 'asc' }, select: { name: true } })
    expect(names.map(it => it.name)).toEqual(['Annie', 'Boss'])
    await tx.person.update({ where: { id: personId }, data: { name: 'Ms A' } })
    expect((await identify(tx, { ...account, name: 'Anna' }, aMoment)).name).toBe('Ms A')
  })

  it('keeps what was known of an account when the next event does not tell it', async () => {
    const account = { platform: 'slack', accountId: 'U18' }
    const told = { name: 'Bo', lang: 'en', zone: 'Europe/Berlin', standing: 'guest' } as const
    await identify(tx, { ...account, ...told }, aMoment)
    await identify(tx, { ...account, zone: 'Mars/Olympus' }, aMoment)
    expect(await tx.account.findUnique({ where: { platform_accountId: account } })).toMatchObject(told)
  })

  it('writes when somebody was seen only once in an hour', async () => {
    const account = { platform: 'room', accountId: 'seldom' }
    await identify(tx, account, aMoment)
    const seen = async () =>
      (await tx.account.findUniqueOrThrow({ where: { platform_accountId: account } })).lastSeenAt.toISOString()
    await identify(tx, account, later(59))
    expect(await seen()).toBe(aMoment.toISOString())
    await identify(tx, account, later(61))
    expect(await seen()).toBe(later(61).toISOString())
  })

  it('remembers the platform on which a person was last active', async () => {
    const { personId } = await identify(tx, { platform: 'room', accountId: 'both' }, aMoment)
    await tx.account.create({ data: { platform: 'slack', accountId: 'both', personId, lastSeenAt: aMoment } })
    expect((await identify(tx, { platform: 'slack', accountId: 'both' }, later(1))).personId).toBe(personId)
    expect((await tx.person.findUniqueOrThrow({ where: { id: personId } })).lastPlatform).toBe('slack')
  })
})

describe('a place becomes a channel', () => {
  it('is the same row each time, with the newest name', async () => {
    const first = await channelFor(tx, { platform: 'room', externalId: 'sales', name: '销售' })
    expect(first).toMatchObject({ name: '销售', teamId: null, greetedAt: null })
    expect(await channelFor(tx, { platform: 'room', externalId: 'sales' })).toEqual(first)
    const renamed = await channelFor(tx, { platform: 'room', externalId: 'sales', name: '销售一部' })
    expect(renamed).toEqual({ ...first, name: '销售一部' })
  })
})

describe('who acts, and in which team', () => {
  it('is a member in the group of their team and a guest in another', async () => {
    const [one, two] = [await givenTeam(tx), await givenTeam(tx, { name: '二部', lang: 'en' })]
    const li = await givenMember(tx, one, { name: '李雷', role: 'lead' })
    const at = (teamId: string | null) => resolveActor(tx, { personId: li.personId, channel: { teamId } })
    expect(await at(one.id)).toEqual({ team: one, actor: li })
    expect(await at(two.id)).toMatchObject({ team: { id: two.id }, actor: { role: 'guest', memberId: '', lang: 'zh' } })
    expect(await at(null)).toMatchObject({ team: null, actor: { role: 'guest', name: '李雷' } })
  })

  it('is a guest after leaving', async () => {
    const team = await givenTeam(tx)
    const han = await givenMember(tx, team, { name: '韩梅梅' })
    await tx.member.update({ where: { id: han.memberId }, data: { leftOn: '2026-11-20' } })
    const { personId } = han
    expect(await resolveActor(tx, { personId, channel: { teamId: team.id } })).toMatchObject({
      actor: { role: 'guest' },
    })
    expect(await resolveActor(tx, { personId, channel: null })).toMatchObject({ team: null, actor: { role: 'guest' } })
  })

  it('in a direct chat is in the team of choice, else in the one joined last', async () => {
    const [one, two] = [await givenTeam(tx), await givenTeam(tx, { name: '二部' })]
    const { personId } = await givenMember(tx, one, { name: '王芳', joinedOn: '2026-01-01' })
    await givenMember(tx, two, { name: '王芳', joinedOn: '2026-06-01', personId })
    const inDirect = async () => (await resolveActor(tx, { personId, channel: null })).team?.id
    expect(await inDirect()).toBe(one.id)
    await setCurrentTeam(tx, personId, null)
    expect(await inDirect()).toBe(two.id)
  })

  it('speaks the language of the person’s choice, else of their account, else of the team, else the fallback', async () => {
    const team = await givenTeam(tx, { lang: 'en' })
    const { personId } = await identify(tx, { platform: 'room', accountId: 'nobody' }, aMoment)
    const langIn = async (teamId: string | null, fallbackLang: 'zh' | 'en') =>
      (await resolveActor(tx, { personId, channel: { teamId }, fallbackLang })).actor.lang
    expect(await langIn(team.id, 'zh')).toBe('en')
    expect(await langIn(null, 'en')).toBe('en')
    await identify(tx, { platform: 'room', accountId: 'nobody', lang: 'zh' }, aMoment)
    expect(await langIn(team.id, 'en')).toBe('zh')
    await identify(tx, { platform: 'room', accountId: 'nobody', lang: 'en' }, aMoment)
    await tx.person.update({ where: { id: personId }, data: { lang: 'zh' } })
    expect(await langIn(team.id, 'en')).toBe('zh')
  })

  it('brings the official days along with the team', async () => {
    const team = await givenTeam(tx)
    const { personId } = await givenMember(tx, team, { name: '赵' })
    await saveOfficialDays(tx, { '2031-01-01': { work: false, name: '元旦' } })
    const resolved = await resolveActor(tx, { personId, channel: { teamId: team.id } })
    expect(resolved.team?.calendar.official).toEqual({ '2031-01-01': { work: false, name: '元旦' } })
  })
})
