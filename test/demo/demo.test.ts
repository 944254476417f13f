import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Lang } from '../../src/base/words.ts'
import { dayOf } from '../../src/calendar/workdays.ts'
import { toLocal } from '../../src/calendar/zone.ts'
import { cast, demoUserIds } from '../../src/demo/cast.ts'
import { openEmptyRoom } from '../../src/demo/empty-room.ts'
import { removeDemo, resetDemo } from '../../src/demo/remove.ts'
import { seedDemo } from '../../src/demo/seed.ts'
import { recount } from '../../src/features/metrics/recount.ts'
import { membersOf } from '../../src/features/team/members.ts'
import { allTeams } from '../../src/features/team/teams.ts'
import { clockOffsetKey, keptOffset } from '../../src/schedule/travel.ts'
import { roomGroups, roomPeople } from '../../src/store/room-roster.ts'
import type { Store } from '../../src/store/store.ts'
import { quiet, temporaryStore } from '../store/fixture.ts'

/** A Wednesday; the plans of the day were due at 9:15. */
const now = new Date('2026-11-18T10:00:00+08:00')

async function seed(store: Store, { at = now, lang = 'zh' }: { at?: Date; lang?: Lang } = {}): Promise<number> {
  let rescheduled = 0
  const app = { rescheduleAll: async () => void rescheduled++ }
  await seedDemo({ store, clock: { now: () => at }, app, log: quiet, lang })
  return rescheduled
}

async function emptyStore(): Promise<Store> {
  const database = await temporaryStore()
  onTestFinished(() => database.close())
  return database.store
}

/** Every table that has rows, the history of migrations apart. */
async function tablesInUse(store: Store): Promise<string[]> {
  const tables = await store.query<{ name: string }>(
    `SELECT relname::text AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`,
  )
  const used: string[] = []
  for (const { name } of tables.filter(table => table.name !== '_prisma_migrations')) {
    if ((await store.query(`SELECT 1 FROM "${name}" LIMIT 1`)).length > 0) used.push(name)
  }
  return used
}

describe('the demo of a first start', () => {
  let store: Store

  beforeAll(async () => {
    const database = await temporaryStore()
    store = database.store
    expect(await seed(store)).toBe(1)
    return () => database.close()
  })

  test('is a team of eight in the group of the Room, marked as a demo', async () => {
    const [team, ...others] = await allTeams(store.prisma)
    expect(others).toEqual([])
    expect(team).toMatchObject({ name: '华东销售一部（演示）', zone: 'Asia/Shanghai', lang: 'zh' })
    expect(await store.prisma.team.count({ where: { demo: true } })).toBe(1)
    const people = await roomPeople(store.prisma)
    expect(people.map(({ id }) => id)).toEqual(demoUserIds)
    const roles = people.map(({ id, roles: all }) => `${id} ${[...all.values()][0] ?? 'guest'}`)
    expect(roles.slice(-5)).toEqual(['chen lead', 'zhang manager', 'yang admin', 'gu guest', 'he guest'])
    expect(roles.slice(0, 5).every(role => role.endsWith(' rep'))).toBe(true)
    const groups = await roomGroups(store.prisma)
    expect(groups.map(({ id, team: its }) => [id, its?.id])).toEqual([
      ['sales', team?.id],
      ['new', undefined],
    ])
  })

  test('has twenty workdays behind it and nothing from the future', async () => {
    const [team] = await allTeams(store.prisma)
    if (!team) throw new Error('no team')
    const reports = await store.prisma.report.findMany({ where: { kind: 'report' } })
    const days = [...new Set(reports.map(({ date }) => date))].toSorted()
    expect(days).toHaveLength(20)
    expect(days.at(-1)).toBe('2026-11-17')
    expect(days.every(date => dayOf(team.calendar, date).work === true)).toBe(true)
    expect(await store.prisma.report.count({ where: { submittedAt: { gt: now } } })).toBe(0)
    expect(await store.prisma.report.count({ where: { status: 'late' } })).toBeGreaterThan(0)
    expect(await store.prisma.leave.count()).toBe(2)
  })

  test('has some plans of today, and leaves the day of the first visitor to them', async () => {
    const plans = await store.prisma.report.findMany({ where: { date: '2026-11-18' }, include: { member: true } })
    expect(plans.length).toBeGreaterThanOrEqual(3)
    expect(plans.map(({ member }) => member.name)).not.toContain('李雷')
  })

  test('counts: every sum is what the reports say', async () => {
    expect(await recount(store.prisma)).toEqual([])
    const reports = await store.prisma.report.findMany({ where: { kind: 'report' } })
    const said = reports.flatMap(({ values }) => Object.values(values ?? {})).reduce((sum, it) => sum + Number(it), 0)
    const { _sum } = await store.prisma.metricDay.aggregate({ _sum: { value: true } })
    expect(_sum.value?.toNumber()).toBe(said)
  })

  test('has agreed on a few things: who was told has read them, and nobody is to be told any more', async () => {
    const rules = await store.prisma.rule.findMany({ orderBy: { key: 'asc' } })
    expect(rules.map(({ key, state }) => `${key} ${state}`)).toEqual([
      'customer-data on',
      'flooding shadow',
      'route-complaints on',
    ])
    expect(await store.prisma.rulebook.findMany()).toMatchObject([{ edition: 2, announceAt: null }])
    expect(await store.prisma.ruleAck.count()).toBe(cast.length - 1)
    expect(await store.prisma.urgentDuty.count()).toBe(1)
  })

  test('sends nothing and queues nothing', async () => {
    expect(await store.prisma.delivery.count()).toBe(0)
    expect(await store.prisma.slot.count()).toBe(0)
    const [queue] = await store.query<{ there: boolean }>(`SELECT to_regclass('pgboss.job') IS NOT NULL AS there`)
    expect(queue?.there).toBe(false)
  })

  test('shows what was said lately, with the digests, all of it past', async () => {
    const lines = await store.prisma.roomMessage.findMany({ where: { channel: 'sales' }, orderBy: { change: 'asc' } })
    expect(lines.map(({ at }) => at.getTime())).toEqual(lines.map(({ at }) => at.getTime()).toSorted((a, b) => a - b))
    expect(lines.every(({ at }) => at <= now)).toBe(true)
    const digests = lines.filter(({ from }) => from === 'bot').map(({ text }) => text.split('\n')[0])
    expect(digests).toEqual(['计划汇总 · 11月17日 周二', '日报汇总 · 11月17日 周二', '计划汇总 · 11月18日 周三'])
    expect(lines.filter(({ from }) => from !== 'bot').length).toBeGreaterThan(3)
  })

  test('is not made again by the next start', async () => {
    const before = await store.prisma.report.count()
    expect(await seed(store)).toBe(0)
    expect(await store.prisma.report.count()).toBe(before)
  })
})

describe('the demo in English', () => {
  test('has the same people under English names', async () => {
    const store = await emptyStore()
    await seed(store, { lang: 'en' })
    const [team] = await allTeams(store.prisma)
    if (!team) throw new Error('no team')
    expect(team.name).toBe('East Sales (demo)')
    const members = await membersOf(store.prisma, team)
    expect(new Set(members.map(({ name }) => name))).toEqual(new Set(cast.map(({ name }) => name.en)))
    const texts = (await store.prisma.roomMessage.findMany()).map(({ text }) => text).join('\n')
    expect(texts).toContain('Report digest')
    expect(texts).not.toMatch(/\p{Script=Han}/u)
  })
})

describe('whenever it is made', () => {
  test.each([
    ['before work', '2026-11-16T07:00:00+08:00', '2026-11-13', 0],
    ['on a Saturday', '2026-11-21T16:00:00+08:00', '2026-11-20', 0],
    ['after the holidays', '2026-10-09T20:00:00+08:00', '2026-10-08', 5],
  ])('%s it ends with the last workday', async (_when, at, lastDay, leastToday) => {
    const store = await emptyStore()
    const then = new Date(at)
    await seed(store, { at: then })
    const today = toLocal(then, 'Asia/Shanghai').date
    const over = { kind: 'report', date: { lt: today } }
    const { _max } = await store.prisma.report.aggregate({ where: over, _max: { date: true } })
    expect(_max.date).toBe(lastDay)
    expect((await store.prisma.report.groupBy({ by: ['date'], where: over })).length).toBe(20)
    expect(await store.prisma.report.count({ where: { date: today } })).toBeGreaterThanOrEqual(leastToday)
  })
})

describe('a database that is not untouched', () => {
  test('with a team or somebody in the Room is left alone', async () => {
    const store = await emptyStore()
    await store.prisma.roomUser.create({ data: { id: 'visitor', name: 'Visitor' } })
    expect(await seed(store)).toBe(0)
    expect(await tablesInUse(store)).toEqual(['RoomUser'])
  })

  test('what fails half-way leaves nothing behind', async () => {
    const store = await emptyStore()
    await store.prisma.roomMessage.create({
      data: { id: 'x', channel: 'elsewhere', from: 'x', at: now, text: 'x', key: 'demo:2' },
    })
    await expect(seed(store)).rejects.toThrow()
    expect(await tablesInUse(store)).toEqual(['RoomMessage'])
    await store.prisma.roomMessage.deleteMany()
    expect(await seed(store)).toBe(1)
  })
})

describe('a Room without the demo', () => {
  test('has an empty group and guests who can make a team there, once', async () => {
    const store = await emptyStore()
    await openEmptyRoom(store, 'en')
    await openEmptyRoom(store, 'en')
    expect((await roomPeople(store.prisma)).map(({ id, roles }) => [id, roles.size])).toEqual([
      ['gu', 0],
      ['he', 0],
    ])
    expect(await roomGroups(store.prisma)).toEqual([{ id: 'new', name: 'New team', team: null }])
  })

  test('is left as it is when somebody is there', async () => {
    const store = await emptyStore()
    await seed(store)
    const people = (await roomPeople(store.prisma)).length
    await openEmptyRoom(store, 'zh')
    expect((await roomPeople(store.prisma)).length).toBe(people)
  })
})

describe('removing the demo', () => {
  test('takes everything with it, also what visitors made of it, and it does not come back', async () => {
    const store = await emptyStore()
    await seed(store)
    await liveALittle(store)
    expect(await removeDemo(store)).toMatchObject({ teams: 2 })
    expect(await keptOffset(store.prisma)).toBe(0)
    expect(await tablesInUse(store)).toEqual(['Installation'])
    expect(await seed(store)).toBe(0)
    expect(await tablesInUse(store)).toEqual(['Installation'])
  })

  test('leaves other teams as they are', async () => {
    const store = await emptyStore()
    await seed(store)
    const { id: teamId } = await store.prisma.team.create({
      data: {
        id: crypto.randomUUID(),
        name: 'Ours',
        zone: 'UTC',
        lang: 'en',
        calendar: { kind: 'mon-fri' },
        createdAt: now,
      },
    })
    const li = await store.prisma.account.findFirstOrThrow({ where: { accountId: 'li' } })
    await store.prisma.account.create({
      data: { platform: 'slack', accountId: 'U1', personId: li.personId, lastSeenAt: now },
    })
    const member = { id: crypto.randomUUID(), teamId, personId: li.personId, name: 'Li', role: 'admin' }
    await store.prisma.member.create({ data: { ...member, joinedOn: '2026-11-01' } })
    await removeDemo(store)
    expect((await allTeams(store.prisma)).map(({ name }) => name)).toEqual(['Ours'])
    const kept = await store.prisma.person.findMany({ include: { accounts: true, members: true } })
    expect(kept).toHaveLength(1)
    expect(kept[0]).toMatchObject({ currentTeamId: null, accounts: [{ platform: 'slack' }], members: [{ teamId }] })
  })

  test('a reset makes it anew and brings the clock back to the present', async () => {
    const store = await emptyStore()
    await seed(store)
    await liveALittle(store)
    const later = new Date('2026-11-19T12:00:00+08:00')
    await resetDemo({ store, machine: { now: () => later }, log: quiet, lang: 'en' })
    expect(await keptOffset(store.prisma)).toBe(0)
    expect((await allTeams(store.prisma)).map(({ name }) => name)).toEqual(['East Sales (demo)'])
    expect(await store.prisma.delivery.count()).toBe(0)
    expect(await store.prisma.report.count({ where: { kind: 'report', date: '2026-11-18' } })).toBeGreaterThan(3)
    expect(await seed(store)).toBe(0)
  })
})

/** Rows of every kind that visitors leave behind: a team of their own, messages, moved time. */
async function liveALittle(store: Store): Promise<void> {
  const db = store.prisma
  const demo = await db.team.findFirstOrThrow()
  const li = await db.account.findFirstOrThrow({
    where: { accountId: 'li' },
    include: { person: { include: { members: true } } },
  })
  const { personId } = li
  const memberId = li.person.members[0]?.id ?? ''
  const own = {
    id: crypto.randomUUID(),
    name: 'New',
    zone: 'UTC',
    lang: 'en',
    calendar: { kind: 'mon-fri' },
    createdAt: now,
  }
  await db.team.create({ data: own })
  const channel = { id: crypto.randomUUID(), platform: 'room', externalId: 'new', teamId: own.id }
  await db.channel.create({ data: channel })
  const facts = {
    conversation: `person:${personId}`,
    lane: 0,
    purpose: 'x.y',
    content: {},
    notBefore: now,
    createdAt: now,
  }
  await db.delivery.create({ data: { id: crypto.randomUUID(), personId, dedupeKey: 'a', ...facts } })
  await db.conversation.create({ data: { id: `person:${personId}` } })
  await db.inboundEvent.create({ data: { platform: 'room', eventId: 'e', conversation: 'room:@li', receivedAt: now } })
  const slot = { job: 'j', teamId: demo.id }
  await db.slot.create({ data: { ...slot, at: now, outcome: 'ran', claimedAt: now } })
  await db.scheduledJob.create({ data: { ...slot, spec: {}, nextAt: now } })
  const nudge = { id: crypto.randomUUID(), teamId: demo.id, memberId, personId, kind: 'k', date: '2026-11-18' }
  await db.nudge.create({ data: { ...nudge, sent: true, reason: {}, at: now } })
  await db.quiet.create({ data: { id: crypto.randomUUID(), personId, from: now, until: now } })
  await db.quietHours.create({ data: { personId, from: '20:00', to: '09:00' } })
  await db.roomMessage.create({ data: { id: 'm', channel: 'dm:li', from: 'li', at: now, text: 'hi', key: 'event:e' } })
  await db.installation.create({ data: { key: clockOffsetKey, value: 86_400_000 } })
}
