import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { at, stageBoards } from './stage.ts'

/** One database for all tests here: each makes a team of its own. */
let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const stage = (settings: object = {}) => stageBoards(database.store, { boards: settings })
const nothing = { daily: [], weekly: [], monthly: [], quarterly: [], yearly: [] }
const calls = ['calls']

describe('boards are due', () => {
  it('every week and every month, unless the team wants more', async () => {
    const { due } = await stage()
    expect(await due('2026-12-01 00:00', '2027-01-01 00:00')).toEqual([
      'boards.weekly 2026-12-04 17:00',
      'boards.weekly 2026-12-11 17:00',
      'boards.weekly 2026-12-18 17:00',
      'boards.weekly 2026-12-25 17:00',
      'boards.weekly 2026-12-31 17:00',
      'boards.monthly 2026-12-31 19:30',
    ])
  })

  it('never where each is switched off', async () => {
    const { due } = await stage(nothing)
    expect(await due('2026-01-01 00:00', '2027-01-01 00:00')).toEqual([])
  })

  it('every day that is a workday, make-up days among them', async () => {
    const { due } = await stage({ ...nothing, daily: calls, dailyAt: '20:15' })
    expect(await due('2026-09-19 00:00', '2026-10-09 00:00')).toEqual(
      ['09-20', '09-21', '09-22', '09-23', '09-24', '09-28', '09-29', '09-30', '10-08'].map(
        day => `boards.daily 2026-${day} 20:15`,
      ),
    )
  })

  it('on the last workday of a month, of a quarter and of a year', async () => {
    const { due } = await stage({ ...nothing, monthly: calls, quarterly: calls, yearly: calls, monthlyAt: '18:00' })
    // The last of January is a Saturday, the last of February a Saturday that makes up.
    expect(await due('2026-01-01 00:00', '2026-04-01 00:00')).toEqual([
      'boards.monthly 2026-01-30 18:00',
      'boards.monthly 2026-02-28 18:00',
      'boards.monthly 2026-03-31 18:00',
      'boards.quarterly 2026-03-31 18:00',
    ])
    expect(await due('2026-12-01 00:00', '2027-01-01 00:00')).toEqual(
      ['monthly', 'quarterly', 'yearly'].map(kind => `boards.${kind} 2026-12-31 18:00`),
    )
  })
})

describe('a board on schedule', () => {
  it('of a day has what was reported of it, and tells nobody their place', async () => {
    const { record, clock, team } = await stage({ ...nothing, daily: ['revenue', 'calls'] })
    await record('李伟', '2026-11-18', { calls: 20 }, { now: at('2026-11-18 19:00') })
    await record('李伟', '2026-11-19', { calls: 7 }, { now: at('2026-11-19 18:50') })
    await record('张三', '2026-11-19', { calls: 9 }, { now: at('2026-11-19 18:55') })
    const [posted, ...more] = await clock('2026-11-19 00:00', '2026-11-19 23:59')
    expect(more).toEqual([])
    expect(posted).toMatchObject({
      to: { team: team.id },
      purpose: 'boards.daily',
      key: `boards.daily:${team.id}:2026-11-19T11:30:00.000Z`,
      expiresAt: at('2026-11-20 00:00'),
      reason: { words: { zh: '团队设置了每日榜单：每个工作日' } },
    })
    expect(posted?.words).toContain('电话榜 · 2026年11月19日')
    expect(posted?.words).toContain('1 | 张三 | 9 | 新\n2 | 李伟 | 7 | ▼1')
  })

  it('of a Monday is compared with the workday before', async () => {
    const { record, clock } = await stage({ ...nothing, daily: ['calls'] })
    await record('李伟', '2026-11-20', { calls: 20 }, { now: at('2026-11-20 19:00') })
    await record('张三', '2026-11-20', { calls: 9 }, { now: at('2026-11-20 19:00') })
    await record('李伟', '2026-11-23', { calls: 5 }, { now: at('2026-11-23 19:00') })
    await record('张三', '2026-11-23', { calls: 6 }, { now: at('2026-11-23 19:00') })
    const [posted] = await clock('2026-11-23 00:00', '2026-11-23 23:59')
    expect(posted?.words).toContain('1 | 张三 | 6 | ▲1\n2 | 李伟 | 5 | ▼1')
  })

  it('of a month stands with the reports of its last workday, and each on it hears their place', async () => {
    const { record, clock, team, who } = await stage({ ...nothing, monthly: ['revenue'] })
    await record('李伟', '2026-11-02', { revenue: 80_000 }, { now: at('2026-11-02 19:00') })
    await record('张三', '2026-10-30', { revenue: 500_000 }, { now: at('2026-10-30 20:00') })
    await record('张三', '2026-11-30', { revenue: 90_000 }, { now: at('2026-11-30 18:58') })
    const said = await clock('2026-11-30 00:00', '2026-11-30 23:59')
    expect(said.map(({ to }) => to)).toEqual([
      { team: team.id },
      { person: who('张三').personId },
      { person: who('李伟').personId },
    ])
    expect(said[0]?.words).toContain('签单额榜 · 2026年11月\n')
    expect(said[0]?.words).toContain('1 | 张三 | 9万 | –\n2 | 李伟 | 8万 | 新')
    expect(said[0]?.words).toContain('截至 2026年11月30日 19:30')
    expect(said[2]?.words).toContain('2026年11月，签单额 8万，你在 2 人中排第 2')
    expect(said[2]?.reason?.words.zh).toBe('每月榜单发布时，团队设置为私下告诉每个人自己的名次')
    expect(said.map(({ expiresAt }) => expiresAt)).toEqual(said.map(() => at('2026-12-01 19:30')))
  })

  it.each([
    ['quarterly', '签单额榜 · 2026年第4季度'],
    ['yearly', '签单额榜 · 2026年\n'],
  ])('is posted %s where the team wants that', async (kind, title) => {
    const { record, clock } = await stage({ ...nothing, [kind]: ['revenue'] })
    await record('张三', '2026-10-09', { revenue: 80_000 }, { now: at('2026-10-09 19:00') })
    const [posted] = await clock('2026-12-31 00:00', '2026-12-31 23:59')
    expect(posted?.words).toContain(title)
  })

  it('is not posted of a time without any value', async () => {
    const { record, clock } = await stage({ daily: calls, weekly: calls, monthly: calls, quarterly: ['revenue'] })
    await record('张三', '2026-10-30', { calls: 5 }, { now: at('2026-10-30 16:00') })
    const said = await clock('2026-10-30 12:00', '2026-12-31 23:59')
    expect(said.filter(({ to }) => 'team' in to).map(({ job }) => job)).toEqual([
      ...['boards.weekly', 'boards.daily', 'boards.monthly'],
    ])
  })

  it('leaves the places to that of the longest period where several are due at once', async () => {
    const settings = { ...nothing, weekly: calls, weeklyAt: '19:30', monthly: calls, yearly: calls }
    const { record, clock } = await stage(settings)
    await record('李伟', '2026-12-31', { calls: 5 }, { now: at('2026-12-31 16:00') })
    const said = await clock('2026-12-31 00:00', '2026-12-31 23:59')
    expect(said.map(({ job, to }) => `${job} ${Object.keys(to).join()}`)).toEqual([
      'boards.weekly team',
      'boards.monthly team',
      'boards.yearly team',
      'boards.yearly person',
    ])
    expect(said.at(-1)?.words).toContain('2026年，电话 5')
  })

  it('keeps places to itself where the team wants that', async () => {
    const { record, clock } = await stage({ ...nothing, monthly: calls, privatePlaces: false })
    await record('李伟', '2026-11-18', { calls: 12 }, { now: at('2026-11-18 19:00') })
    expect(await clock('2026-11-30 00:00', '2026-11-30 23:59')).toHaveLength(1)
  })
})
