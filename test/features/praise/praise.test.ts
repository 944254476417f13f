import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../src/base/ids.ts'
import { periodOf } from '../../../src/calendar/periods.ts'
import { workdaysBetween } from '../../../src/calendar/workdays.ts'
import { praisesOf } from '../../../src/features/praise/store.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { sellAbroad } from '../metrics/currencies.ts'
import { at, command, stagePraise } from './stage.ts'

/** One database for all tests here: each makes a team of its own. */
let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const people = [
  { name: '李伟', joinedOn: '2025-01-01' },
  { name: '张三', joinedOn: '2025-01-01' },
  { name: '王芳', role: 'manager' as const },
]

/** Only this rule is on. */
function only(rule: string, more: Record<string, unknown> = {}) {
  const off = { firstDeal: false, streak: false, best: false, target: false, recovery: false }
  return { praise: { ...off, [rule]: true, ...more } }
}

async function stage(settings: Record<string, unknown> = {}, crew: Parameters<typeof stagePraise>[1] = people) {
  return stagePraise(database.store, crew, settings)
}

/** The same value on every workday. */
function everyDay(team: Awaited<ReturnType<typeof stage>>['team'], from: string, to: string, value: number) {
  return Object.fromEntries(workdaysBetween(team.calendar, from, to, 'usual-week').map(date => [date, value]))
}

describe('a first deal', () => {
  it('is praised in the group, once, with its reason', async () => {
    const { team, who, record, evening } = await stage()
    await record('李伟', '2026-11-18', { deals: 1, revenue: 90_000 }, { now: at('2026-11-18 18:00') })
    const { said, words, emitted } = await evening('2026-11-18')
    expect(said).toMatchObject([{ to: { team: team.id }, lane: 'digest', purpose: 'praise.said' }])
    expect(words).toContain('李伟 开张了：记下了第一单，祝贺！')
    expect(words).toContain('为什么：首单（记下的第一单）')
    expect(words).not.toContain('9万')
    const { memberId } = who('李伟')
    const payload = { memberId, rule: 'first-deal', subject: 'first', on: '2026-11-18' }
    expect(emitted).toEqual([{ name: 'member.praised', teamId: team.id, payload }])
    await record('李伟', '2026-11-19', { deals: 2 }, { now: at('2026-11-19 18:00') })
    expect((await evening('2026-11-19')).said).toEqual([])
  })

  it('is praised on the next workday when it was reported late', async () => {
    const { record, evenings } = await stage(only('firstDeal'))
    await record('李伟', '2026-11-20', { deals: 1 }, { now: at('2026-11-21 08:00') })
    expect((await evenings('2026-11-21', '2026-11-25')).map(([date]) => date)).toEqual(['2026-11-23'])
  })

  it('is none for whoever had deals before, nor one that was taken back', async () => {
    const { record, evening } = await stage(only('firstDeal'))
    await record('李伟', '2026-06-18', { deals: 1 }, { now: at('2026-06-18 18:00') })
    await record('李伟', '2026-11-18', { deals: 1 }, { now: at('2026-11-18 18:00') })
    const reportId = crypto.randomUUID()
    await record('张三', '2026-11-18', { deals: 1 }, { now: at('2026-11-18 18:00'), reportId })
    await record('张三', '2026-11-18', { deals: 0 }, { now: at('2026-11-18 18:30'), reportId })
    expect((await evening('2026-11-18')).said).toEqual([])
  })

  it('is not praised again when what was praised is corrected, or comes anew', async () => {
    const { record, evening, evenings } = await stage(only('firstDeal'))
    const reportId = crypto.randomUUID()
    await record('李伟', '2026-11-18', { deals: 1 }, { now: at('2026-11-18 18:00'), reportId })
    expect((await evening('2026-11-18')).said).toHaveLength(1)
    await record('李伟', '2026-11-18', { deals: 0 }, { now: at('2026-11-19 09:00'), reportId })
    await record('李伟', '2026-11-20', { deals: 3 }, { now: at('2026-11-20 18:00') })
    expect(await evenings('2026-11-19', '2026-11-24')).toEqual([])
  })
})

describe('a streak', () => {
  it('goes on over a golden week and counts its make-up days', async () => {
    // 2026: holiday from 1 to 7 October; Sunday 20 September and Saturday 10 October are worked.
    const { team, report, evenings } = await stage(only('streak'))
    await report(['李伟'], '2026-09-14', '2026-10-16')
    const workdays = workdaysBetween(team.calendar, '2026-09-14', '2026-10-16', 'not-a-workday')
    expect(workdays).toContain('2026-09-20')
    expect(workdays).toContain('2026-10-10')
    const heard = await evenings('2026-09-14', '2026-10-16')
    expect(heard.map(([date]) => date)).toEqual([workdays[4], workdays[9], workdays[19]])
    expect(heard.map(([, words]) => words)).toEqual([
      expect.stringContaining('李伟 连续 5 次按时交日报'),
      expect.stringContaining('李伟 连续 10 次按时交日报'),
      expect.stringContaining('李伟 连续 20 次按时交日报'),
    ])
    expect(heard[0]?.[1]).not.toContain('张三')
  })

  it('is neither broken nor made longer by leave', async () => {
    const { report, away, evenings } = await stage(only('streak'))
    await report(['李伟'], '2026-11-02', '2026-11-20', { except: ['2026-11-04', '2026-11-05', '2026-11-06'] })
    await away('李伟', '2026-11-04', '2026-11-06')
    expect((await evenings('2026-11-02', '2026-11-20')).map(([date]) => date)).toEqual(['2026-11-11', '2026-11-18'])
  })

  it.each(['late', 'back-filled'] as const)('is broken by a report that is %s', async status => {
    const { report, evenings } = await stage(only('streak'))
    await report(['李伟'], '2026-11-02', '2026-11-05')
    await report(['李伟'], '2026-11-06', '2026-11-06', { status })
    await report(['李伟'], '2026-11-09', '2026-11-13')
    expect((await evenings('2026-11-02', '2026-11-13')).map(([date]) => date)).toEqual(['2026-11-13'])
  })

  it('is not praised again when leave put in afterwards makes it longer', async () => {
    const { report, away, evening } = await stage(only('streak'))
    await report(['李伟'], '2026-11-02', '2026-11-03')
    await report(['李伟'], '2026-11-04', '2026-11-04', { except: ['2026-11-04'] })
    await report(['李伟'], '2026-11-05', '2026-11-11')
    expect((await evening('2026-11-11')).words).toContain('连续 5 次')
    await away('李伟', '2026-11-04', '2026-11-04')
    expect((await evening('2026-11-12')).said).toEqual([])
    await report(['李伟'], '2026-11-12', '2026-11-16')
    expect((await evening('2026-11-16')).words).toContain('连续 10 次')
  })

  it('of a hundred is found as well as one of five, however long the history', async () => {
    const { team, report, evening } = await stage(only('streak'))
    const all = workdaysBetween(team.calendar, '2026-01-05', '2026-11-20', 'not-a-workday')
    const hundredth = all[99] ?? ''
    await report(['李伟'], all[0] ?? '', hundredth)
    await report(['张三'], all[0] ?? '', hundredth, { except: [all[50] ?? ''] })
    const { words } = await evening(hundredth)
    expect(words).toContain('李伟 连续 100 次按时交日报')
    expect(words).not.toContain('张三')
  })
})

describe('a personal best', () => {
  it('is none in the first weeks, then is the best day', async () => {
    const { team, daily, evening, evenings } = await stage(only('best', { bestOf: ['calls'] }))
    await daily('李伟', 'calls', everyDay(team, '2026-10-12', '2026-10-23', 20))
    await daily('李伟', 'calls', { '2026-10-26': 50 })
    expect((await evening('2026-10-26')).said).toEqual([])
    await daily('李伟', 'calls', everyDay(team, '2026-10-27', '2026-11-13', 20))
    await daily('李伟', 'calls', { '2026-11-16': 50, '2026-11-18': 51 })
    const heard = await evenings('2026-11-16', '2026-11-20')
    expect(heard.map(([date]) => date)).toEqual(['2026-11-18'])
    expect(heard[0]?.[1]).toContain('李伟 2026年11月18日电话 51，自己近一年最好的一天')
  })

  it('is the best week or month once that is over, and the longer one first', async () => {
    const { team, daily, evening } = await stage(only('best', { bestOf: ['calls'] }))
    await daily('李伟', 'calls', everyDay(team, '2026-07-01', '2026-09-30', 20))
    await daily('李伟', 'calls', everyDay(team, '2026-10-08', '2026-10-30', 19))
    await daily('李伟', 'calls', everyDay(team, '2026-11-02', '2026-11-06', 20))
    expect((await evening('2026-11-09')).said).toEqual([])
    await daily('张三', 'calls', everyDay(team, '2026-07-01', '2026-10-30', 20))
    await daily('张三', 'calls', { '2026-10-31': 70 })
    await daily('张三', 'calls', everyDay(team, '2026-11-02', '2026-11-02', 5))
    const { words } = await evening('2026-11-02')
    expect(words).toContain('张三 2026年第44周（10月26日至11月1日）电话 170，自己近一年最好的一周')
    expect(words.match(/张三/g)).toHaveLength(1)
    await daily('李伟', 'calls', everyDay(team, '2026-11-09', '2026-11-30', 25))
    expect((await evening('2026-12-01')).words).toContain('李伟 2026年11月电话 500，自己近一年最好的一个月')
  })

  it('comes no more often than the setting says, and not again when numbers are corrected', async () => {
    const { team, daily, record, evening, evenings } = await stage(only('best', { bestOf: ['calls'], bestEvery: 10 }))
    await daily('李伟', 'calls', everyDay(team, '2026-10-12', '2026-11-13', 20))
    const reportId = crypto.randomUUID()
    await record('李伟', '2026-11-16', { calls: 30 }, { now: at('2026-11-16 18:00'), reportId })
    expect((await evening('2026-11-16')).said).toHaveLength(1)
    await record('李伟', '2026-11-16', { calls: 60 }, { now: at('2026-11-17 09:00'), reportId })
    expect((await evening('2026-11-17')).said).toEqual([])
    await daily('李伟', 'calls', { '2026-11-18': 70 })
    expect(await evenings('2026-11-18', '2026-11-25')).toEqual([])
    await daily('李伟', 'calls', { '2026-11-26': 80 })
    expect((await evening('2026-11-26')).words).toContain('电话 80')
  })

  it('is not of a metric of which less is better, nor of one that the team left out', async () => {
    const { team, daily, evening } = await stage(only('best', { bestOf: ['lost', 'calls'] }))
    for (const metric of ['lost', 'visits']) {
      await daily('李伟', metric, everyDay(team, '2026-10-12', '2026-11-13', 2))
      await daily('李伟', metric, { '2026-11-16': 9 })
    }
    expect((await evening('2026-11-16')).said).toEqual([])
  })
})

describe('a target', () => {
  async function wanting(name: string, value: number, kind: 'month' | 'day' = 'month', state = 'accepted') {
    const staged = await stage(only('target'))
    const metric = await database.store.prisma.metric.findFirstOrThrow({
      where: { teamId: staged.team.id, key: 'visits' },
    })
    const days = kind === 'month' ? { from: '2026-11-01', to: '2026-11-30' } : { from: '2026-11-18', to: '2026-11-18' }
    const want = (wanted: number, as: string) =>
      database.store.prisma.target.create({
        data: {
          ...{ id: newId(), teamId: staged.team.id, memberId: staged.who(name).memberId, metricId: metric.id, kind },
          ...{
            ...days,
            value: wanted,
            state: as,
            createdBy: staged.who(name).personId,
            createdAt: at('2026-11-01 09:00'),
          },
        },
      })
    await want(value, state)
    return { ...staged, want }
  }

  it('that is met is praised, once and without saying what it was', async () => {
    const { daily, evenings } = await wanting('李伟', 10)
    await daily('李伟', 'visits', { '2026-11-16': 9, '2026-11-18': 4, '2026-11-20': 9 })
    const heard = await evenings('2026-11-16', '2026-11-25')
    expect(heard.map(([date]) => date)).toEqual(['2026-11-18'])
    expect(heard[0]?.[1]).toContain('李伟 达成了2026年11月的拜访目标：13')
    expect(heard[0]?.[1]).toContain('为什么：达成目标（达成了自己的目标）')
  })

  it('of one currency is met in that currency; a formula over several is never praised', async () => {
    const staged = await stage(only('target'))
    await sellAbroad(staged.type, '王芳')
    for (const key of ['overseas', 'total-sales']) {
      const { id: metricId } = await database.store.prisma.metric.findFirstOrThrow({
        where: { teamId: staged.team.id, key },
      })
      const { memberId, personId } = staged.who('李伟')
      const facts = { kind: 'month', from: '2026-11-01', to: '2026-11-30', value: 100, state: 'accepted' }
      const by = { teamId: staged.team.id, memberId, metricId, createdBy: personId, createdAt: at('2026-11-01 09:00') }
      await database.store.prisma.target.create({ data: { id: newId(), ...by, ...facts } })
    }
    await staged.daily('李伟', 'revenue', { '2026-11-16': 90 })
    await staged.daily('李伟', 'overseas', { '2026-11-16': 50 })
    expect((await staged.evening('2026-11-17')).said).toEqual([])
    await staged.daily('李伟', 'overseas', { '2026-11-18': 70 })
    expect((await staged.evening('2026-11-18')).words).toContain('海外额目标：120美元')
  })

  it('that is lowered afterwards is not met again', async () => {
    const { daily, evening, want } = await wanting('李伟', 10)
    await daily('李伟', 'visits', { '2026-11-18': 12 })
    expect((await evening('2026-11-18')).said).toHaveLength(1)
    await want(5, 'accepted')
    expect((await evening('2026-11-19')).said).toEqual([])
  })

  it.each([
    ['not met', 13, 'month', 'accepted'],
    ['only proposed', 10, 'month', 'proposed'],
    ['of a day', 10, 'day', 'accepted'],
  ] as const)('that is %s is not praised', async (_, value, kind, state) => {
    const { daily, evening } = await wanting('李伟', value, kind, state)
    await daily('李伟', 'visits', { '2026-11-18': 12 })
    expect((await evening('2026-11-18')).said).toEqual([])
  })
})

describe('a strong week', () => {
  async function downAndUp(settings: Record<string, unknown>) {
    const staged = await stage(settings)
    const { team, daily } = staged
    await daily('李伟', 'calls', everyDay(team, '2026-08-31', '2026-10-23', 20))
    await daily('李伟', 'calls', everyDay(team, '2026-10-26', '2026-11-06', 8))
    await daily('李伟', 'calls', everyDay(team, '2026-11-09', '2026-11-13', 24))
    await daily('张三', 'calls', everyDay(team, '2026-08-31', '2026-11-06', 20))
    await daily('张三', 'calls', everyDay(team, '2026-11-09', '2026-11-13', 24))
    return staged
  }

  it('after two weak ones is praised without a word about those', async () => {
    const { evening } = await downAndUp(only('recovery', { bestOf: ['calls'] }))
    const { words, said } = await evening('2026-11-16')
    expect(words).toContain('李伟 2026年第46周（11月9日至11月15日）电话 120，这一周很亮眼')
    expect(words).not.toContain('张三')
    expect(`${words}${said[0]?.reason?.words.zh}`).not.toMatch(/低于|恢复|回升|平均/)
  })

  it('is not praised unless the team wants that', async () => {
    const { evening } = await downAndUp({ praise: { best: false } })
    expect((await evening('2026-11-16')).said).toEqual([])
  })

  it('does not take weeks for weak that were only short', async () => {
    const { team, daily, away, evening } = await stage(only('recovery', { bestOf: ['calls'] }))
    await daily('李伟', 'calls', everyDay(team, '2026-08-31', '2026-10-23', 20))
    await away('李伟', '2026-10-28', '2026-10-30')
    await away('李伟', '2026-11-04', '2026-11-06')
    await daily('李伟', 'calls', { '2026-10-26': 20, '2026-10-27': 21, '2026-11-02': 20, '2026-11-03': 21 })
    await daily('李伟', 'calls', everyDay(team, '2026-11-09', '2026-11-13', 24))
    expect((await evening('2026-11-16')).said).toEqual([])
  })
})

describe('the praise of a day', () => {
  const crew = ['甲', '乙', '丙', '丁', '戊'].map(name => ({ name }))

  it('is one message of at most so many; the rest comes the next workday', async () => {
    const { record, evenings, team } = await stage(only('firstDeal'), crew)
    for (const { name } of crew) await record(name, '2026-11-20', { deals: 1 }, { now: at('2026-11-20 18:00') })
    const heard = await evenings('2026-11-20', '2026-11-26')
    expect(heard.map(([date, words]) => [date, words.match(/开张了/g)?.length])).toEqual([
      ['2026-11-20', 3],
      ['2026-11-23', 2],
    ])
    const all = await praisesOf(database.store.prisma, team, periodOf('month', '2026-11-20'))
    expect(new Set(all.map(({ memberId }) => memberId)).size).toBe(5)
  })

  it('drops what has turned out wrong while it waited', async () => {
    const { record, evenings } = await stage(only('firstDeal', { mostADay: 1 }), crew.slice(0, 2))
    await record('甲', '2026-11-20', { deals: 1 }, { now: at('2026-11-20 18:00') })
    const reportId = crypto.randomUUID()
    await record('乙', '2026-11-20', { deals: 1 }, { now: at('2026-11-20 18:00'), reportId })
    const [first] = await evenings('2026-11-20', '2026-11-20')
    const waits = first?.[1].includes('甲') ? '乙' : '甲'
    expect(waits).toBe('乙')
    await record('乙', '2026-11-20', { deals: 0 }, { now: at('2026-11-23 10:00'), reportId })
    expect(await evenings('2026-11-21', '2026-11-25')).toEqual([])
  })

  it('is said once, however often the slot is run, and never when it is switched off', async () => {
    const { record, evening } = await stage()
    await record('李伟', '2026-11-18', { deals: 1 }, { now: at('2026-11-18 18:00') })
    expect((await evening('2026-11-18')).said).toHaveLength(1)
    await record('张三', '2026-11-18', { deals: 1 }, { now: at('2026-11-18 19:20') })
    expect((await evening('2026-11-18')).said).toEqual([])
    const off = await stage({ praise: { at: null } })
    await off.record('李伟', '2026-11-18', { deals: 1 }, { now: at('2026-11-18 18:00') })
    expect((await off.evening('2026-11-18')).said).toEqual([])
  })

  it('is there on a make-up Saturday and not on a holiday', async () => {
    const { record, evenings } = await stage(only('firstDeal'))
    await record('李伟', '2026-10-02', { deals: 1 }, { now: at('2026-10-02 18:00') })
    await record('张三', '2026-10-10', { deals: 1 }, { now: at('2026-10-10 18:00') })
    expect((await evenings('2026-10-01', '2026-10-12')).map(([date]) => date)).toEqual(['2026-10-08', '2026-10-10'])
  })
})

describe('/praise', () => {
  it('shows the rules and when each last had occasion', async () => {
    const { record, evening, type } = await stage({ praise: { best: false } })
    await record('李伟', '2026-11-18', { deals: 1 }, { now: at('2026-11-18 18:00') })
    await evening('2026-11-18')
    const { words, said } = await type('王芳', command, '', { now: at('2026-11-20 16:00') })
    expect(said[0]?.to).toEqual({ reply: 'private' })
    expect(words[0]).toContain('首单 | 开 | 2026-11-18 李伟')
    expect(words[0]).toContain('个人最佳 | 关 | 还没有过')
    expect(words[0]).toContain('工作日 19:10 在群里一次说完，一天最多 3 条')
    expect(words[0]).toContain('本月已经表扬 1 次')
    const english = await type('王芳', command, '', { now: at('2026-11-20 16:00'), lang: 'en' })
    expect(english.words[0]).toContain('First deal | on | 2026-11-18 李伟')
  })
})
