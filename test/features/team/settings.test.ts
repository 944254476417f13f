import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../../src/base/ids.ts'
import { isWorkday, unknownYears } from '../../../src/calendar/workdays.ts'
import type { Actor, Team } from '../../../src/context.ts'
import { calendarAlarmJob } from '../../../src/features/team/calendar-alarm.ts'
import { changeSettings } from '../../../src/features/team/change-settings.ts'
import { allTeams, teamById } from '../../../src/features/team/teams.ts'
import type { Tx } from '../../../src/store/transaction.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { givenMember, givenTeam, makeContext, wordsOf } from '../harness.ts'
import { expectRefusal, press, tell } from './talk.ts'

let database: TemporaryDatabase
let tx: Tx
let team: Team
let admin: Actor
let rep: Actor

beforeAll(async () => {
  database = await temporaryStore()
  tx = database.store.prisma
})
afterAll(() => database.close())
beforeEach(async () => {
  await tx.officialDay.deleteMany()
  team = await givenTeam(tx)
  admin = await givenMember(tx, team, { name: '管理', role: 'admin' })
  rep = await givenMember(tx, team, { name: '李雷' })
})

const asAdmin = (line: string) => tell({ tx, teamId: team.id }, admin.personId, line)
const asRep = (line: string) => tell({ tx, teamId: team.id }, rep.personId, line)
const current = async () => (await teamById(tx, team.id)) ?? expect.fail('the team is gone')

describe('/settings plain', () => {
  const place = async () => {
    const id = newId()
    await tx.channel.create({ data: { id, platform: 'room', externalId: id, teamId: team.id } })
    return { kind: 'group' as const, channelId: id }
  }
  const isPlain = async ({ channelId }: { channelId: string }) =>
    (await tx.channel.findUniqueOrThrow({ where: { id: channelId } })).plain

  it('lets the group in which it is said hear every command plainly, and takes it back', async () => {
    const here = await place()
    const scene = { tx, teamId: team.id, place: here }
    const { words } = await tell(scene, admin.personId, '/设置 免斜杠 开')
    expect(words).toContain('不用斜杠')
    expect(await isPlain(here)).toBe(true)
    await press(scene, admin.personId, 'settings.set', 'plain off')
    expect(await isPlain(here)).toBe(false)
  })

  it('is refused to reps, in a direct chat, and for what is neither on nor off', async () => {
    const here = await place()
    const scene = { tx, teamId: team.id, place: here }
    await expectRefusal(tell(scene, rep.personId, '/settings plain on'), 'team.not-allowed')
    await expectRefusal(asAdmin('/settings plain on'), 'team.plain-in-groups')
    await expectRefusal(tell(scene, admin.personId, '/settings plain perhaps'), 'team.setting-unreadable')
    expect(await isPlain(here)).toBe(false)
  })
})

describe('/settings', () => {
  it('shows them to everybody, and the way to change them to those who may', async () => {
    const shown = await asRep('/settings')
    expect(shown.words).toContain('时区: Asia/Shanghai')
    expect(shown.words).toContain('法定工作日')
    expect(shown.words).not.toContain('/settings zone')
    expect((await asAdmin('/设置')).words).toContain('/settings zone')
  })

  it.each([
    ['zone new york', { zone: 'America/New_York' }],
    ['时区 上海', { zone: 'Asia/Shanghai' }],
    ['team lang en', { lang: 'en' }],
    ['团队 语言 英文', { lang: 'en' }],
    ['name 华东 一部', { name: '华东 一部' }],
    ['calendar 双休', { calendar: { kind: 'mon-fri', cnHolidays: true } }],
    ['calendar mon-fri holidays=off', { calendar: { kind: 'mon-fri', cnHolidays: false } }],
    ['日历 大小周 anchor=2026-11-23', { calendar: { kind: 'alternating', bigWeek: '2026-11-23' } }],
    ['calendar single-rest sunday', { calendar: { kind: 'single-rest', restDay: 7 } }],
  ])('changes %j, on record, and tells that schedules follow', async (line, expected) => {
    const { emitted, noted } = await asAdmin(`/settings ${line}`)
    expect(await current()).toMatchObject(expected)
    expect(emitted).toEqual([{ name: 'team.changed', teamId: team.id, payload: {} }])
    const detail = { changed: Object.keys(expected).join(' ') }
    expect(noted).toMatchObject([{ what: 'team.changed', teamId: team.id, by: admin.personId, detail }])
  })

  it('gives days off and takes them back, across a change of the usual week', async () => {
    await asAdmin('/settings dayoff 2026-11-27 2026-11-30~2026-12-01')
    await asAdmin('/settings dayon 2026-11-28')
    await asAdmin('/settings calendar mon-fri')
    const works = async (date: string) => isWorkday((await current()).calendar, date, 'usual-week')
    expect([await works('2026-11-27'), await works('2026-12-01'), await works('2026-11-28')]).toEqual([
      false,
      false,
      true,
    ])
    await asAdmin('/settings dayoff cancel 2026-11-27')
    expect(await works('2026-11-27')).toBe(true)
    await asAdmin('/settings dayoff 2026-11-28')
    expect(await works('2026-11-28')).toBe(false)
  })

  it.each([
    ['zone Mars/Base', 'team.setting-unreadable'],
    ['team lang fr', 'team.setting-unreadable'],
    ['calendar 大小周', 'team.setting-unreadable'],
    ['calendar 单休', 'team.setting-unreadable'],
    ['calendar sometimes', 'team.setting-unreadable'],
    ['dayoff soon', 'team.setting-unreadable'],
    ['dayoff 2026-01-01~2026-12-31', 'team.setting-unreadable'],
    ['colour red', 'team.setting-unknown'],
    ['zone', 'team.setting-unknown'],
  ])('refuses %j with words and changes nothing', async (line, code) => {
    await expectRefusal(asAdmin(`/settings ${line}`), code)
    expect(await current()).toEqual(team)
  })

  it('is for managers, but one’s own language is anybody’s', async () => {
    await expectRefusal(asRep('/settings team lang en'), 'team.not-allowed')
    await expectRefusal(asRep('/settings dayoff 2026-11-27'), 'team.not-allowed')
    expect((await asRep('/settings lang en')).said).toMatchObject([{ content: { lang: 'en' } }])
    expect((await asRep('/settings')).said).toMatchObject([{ content: { lang: 'en' } }])
    await press({ tx, teamId: team.id }, rep.personId, 'team.my-lang', 'zh')
    expect((await asRep('/settings')).said).toMatchObject([{ content: { lang: 'zh' } }])
    expect(await current()).toEqual(team)
  })
})

const lines2031 = [
  '2031-01-01,off,元旦',
  '2031-01-23,off,春节',
  '2031-04-05,off,清明节',
  '2031-05-01,off,劳动节',
  '2031-06-24,off,端午节',
  '2031-10-01,off,国庆节',
  '2031-10-11,work,国庆节',
]

describe('official days', () => {
  it('are taken in for every team and make their year known', async () => {
    const other = await givenTeam(tx, { name: '二部' })
    const { words, emitted } = await asAdmin(`/settings holidays ${lines2031.join('\n')}`)
    expect(words).toContain('2031')
    expect(words).toContain('放假 6 天，调休上班 1 天')
    expect(emitted.map(it => it.teamId).sort()).toEqual((await allTeams(tx)).map(it => it.id).sort())
    const { calendar } = (await teamById(tx, other.id)) ?? expect.fail('the other team is gone')
    expect(isWorkday(calendar, '2031-10-11', 'not-a-workday')).toBe(true)
    expect(isWorkday(calendar, '2031-01-23', 'usual-week')).toBe(false)
  })

  it('say which holidays a list forgot', async () => {
    const { words } = await asAdmin(`/settings holidays ${lines2031.slice(1).join('\n')}`)
    expect(words).toContain('2031-01-01 元旦')
    expect(unknownYears((await current()).calendar, '2031-01-01', '2031-12-31')).toEqual([2031])
  })

  it('are not kept in the team’s own calendar', async () => {
    await asAdmin(`/settings holidays ${lines2031.join('\n')}`)
    await asAdmin('/settings dayoff 2026-11-27')
    expect(await tx.team.findUniqueOrThrow({ where: { id: team.id } })).toMatchObject({
      calendar: { official: {}, daysOff: ['2026-11-27'] },
    })
  })

  it('are refused whole when a line is not understood, and for all but admins', async () => {
    await expect(asAdmin('/settings holidays 2031-01-01,off,元旦\nnonsense')).rejects.toMatchObject({
      code: 'team.official-unreadable',
      words: { zh: expect.stringContaining('第 2 行') },
    })
    expect(await tx.officialDay.count()).toBe(0)
    await tx.member.update({ where: { id: rep.memberId }, data: { role: 'manager' } })
    await expectRefusal(asRep('/settings holidays 2031-01-01,off,元旦'), 'team.not-allowed')
  })
})

describe('the calendar alarm', () => {
  const run = async (date: string) => {
    const at = new Date(`${date}T01:00:00Z`)
    const { ctx, said } = makeContext(tx, { team: await current(), actor: null, place: null, now: at })
    await calendarAlarmJob.run(ctx, { at, date, arg: '' })
    return said
  }

  it('tells admins from 1 December when next year is unknown, with one key a week', async () => {
    const [monday, sunday, next] = [await run('2031-12-01'), await run('2031-12-07'), await run('2031-12-08')]
    expect(monday).toMatchObject([{ to: { person: admin.personId }, lane: 'nudge' }])
    expect(sunday[0]?.key).toBe(monday[0]?.key)
    expect(next[0]?.key).not.toBe(monday[0]?.key)
  })

  it('does not wait for December when this year is unknown', async () => {
    expect(await run('2030-03-01')).toMatchObject([{ reason: { facts: { year: 2030 } } }])
  })

  it('is silent while all is known', async () => {
    expect(await run('2026-11-30')).toEqual([])
    const [alarm] = await run('2026-12-01')
    expect(wordsOf(alarm?.content ?? expect.fail('2027 is not known yet'))).toContain('/settings holidays 2027')
  })

  it('does not concern a team that does not follow the holidays', async () => {
    await asAdmin('/settings calendar mon-fri holidays=off')
    expect(await run('2026-12-01')).toEqual([])
  })
})

describe('a feature’s own settings', () => {
  it('are merged key by key, and only its own', async () => {
    const { ctx, emitted } = makeContext(tx, { team, actor: null, place: null })
    await changeSettings(ctx, 'nudges', { quietFrom: '20:00', budget: 3 })
    await changeSettings(ctx, 'boards', { weekly: ['calls'] })
    const changed = await changeSettings(ctx, 'nudges', { budget: 5 })
    const settings = { nudges: { quietFrom: '20:00', budget: 5 }, boards: { weekly: ['calls'] } }
    expect(changed.settings).toEqual(settings)
    expect((await current()).settings).toEqual(settings)
    expect(emitted).toHaveLength(3)
  })
})
