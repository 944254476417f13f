import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entries } from '../../../src/features/entries/feature.ts'
import { metrics } from '../../../src/features/metrics/feature.ts'
import { recount } from '../../../src/features/metrics/recount.ts'
import { timeliness } from '../../../src/features/timeliness/feature.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { type Heard, stageDay } from '../nudges/stage.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const people = [{ name: '李伟' }, { name: '张三' }, { name: '王经理', role: 'manager' as const }]
const more = [metrics, entries, timeliness]
const words = (heard: readonly Heard[]) => heard.map(one => one.words).join('\n')

/** A team that counts from Monday, 16 November 2026, on. */
async function stage() {
  const day = await stageDay(database.store, people, {}, 'zh', more)
  await day.types('王经理', 'metric 添加 日报及时率', '2026-11-16 10:00')
  const due = (date: string) => day.clock('timeliness.due', `${date} 19:00`)
  const board = async (now = '2026-11-21 12:00') => words(await day.types('王经理', 'board 日报及时率 本周', now))
  const countsOf = async (name: string) => {
    const rows = await database.store.prisma.$queryRaw<{ date: string; key: string; value: number }[]>`
      SELECT day.date, key, day.value::float FROM "MetricDay" day JOIN "Metric" metric ON metric.id = day."metricId"
      WHERE "memberId" = ${day.who(name).memberId}::uuid AND key LIKE 'reports-%' ORDER BY 1, 2`
    return rows.map(({ date, key, value }) => `${date} ${key} ${value}`)
  }
  return { ...day, due, board, countsOf }
}

const counted = (date: string, due: number, onTime: number) => [
  `${date} reports-due ${due}`,
  `${date} reports-on-time ${onTime}`,
]

describe('timeliness', () => {
  it('is added by its name alone, and says from when it counts', async () => {
    const day = await stageDay(database.store, people, {}, 'zh', more)
    const zh = words(await day.types('王经理', 'metric 添加 日报及时率', '2026-11-16 10:00'))
    expect(zh).toContain('应交日报、按时日报')
    expect(zh).toContain('从下一次日报截止起算')
    const english = await stageDay(database.store, people, {}, 'en', more)
    const en = words(await english.types('王经理', 'metric add timeliness', '2026-11-16 10:00'))
    expect(en).toContain('from the next time a report is due')
  })

  it('counts for everybody expected what was in time, late or never given', async () => {
    const { types, due, board, countsOf } = await stage()
    await types('李伟', 'report 拜访2', '2026-11-16 18:00')
    await due('2026-11-16')
    await types('张三', 'report 拜访1', '2026-11-16 20:00')
    await due('2026-11-17')
    expect(await countsOf('李伟')).toEqual([...counted('2026-11-16', 1, 1), ...counted('2026-11-17', 1, 0)])
    expect(await countsOf('张三')).toEqual([...counted('2026-11-16', 1, 0), ...counted('2026-11-17', 1, 0)])
    expect(await countsOf('王经理')).toEqual([])
    expect(await board()).toContain('1 | 李伟 | 50%')
  })

  it('stays so when a report is back-filled', async () => {
    const { types, due, countsOf } = await stage()
    await due('2026-11-16')
    await types('李伟', 'report 11-16 拜访2', '2026-11-17 09:00')
    expect(await countsOf('李伟')).toEqual(counted('2026-11-16', 1, 0))
  })

  it('counts nothing on days off, and on make-up days as on others', async () => {
    const day = await stageDay(database.store, people, {}, 'zh', more)
    await day.types('王经理', 'metric 添加 日报及时率', '2026-10-08 10:00')
    for (const date of ['2026-10-10', '2026-10-11']) await day.clock('timeliness.due', `${date} 19:00`)
    const dates = await database.store.prisma.entry.findMany({
      where: { memberId: day.who('李伟').memberId },
      distinct: 'date',
    })
    // Saturday, 10 October 2026 makes up for the National Day holiday.
    expect(dates.map(({ date }) => date)).toEqual(['2026-10-10'])
  })

  it('excuses whoever is on leave, also when the leave is entered or taken back afterwards', async () => {
    const { types, due, board, countsOf } = await stage()
    await types('王经理', 'leave @张三 2026-11-16', '2026-11-16 11:00')
    await due('2026-11-16')
    expect(await countsOf('张三')).toEqual([])
    await due('2026-11-17')
    await types('王经理', 'leave @李伟 2026-11-17', '2026-11-18 09:00')
    expect(await countsOf('李伟')).toEqual([...counted('2026-11-16', 1, 0), ...counted('2026-11-17', 0, 0)])
    await types('王经理', 'leave cancel @李伟 2026-11-17', '2026-11-18 09:10')
    await types('王经理', 'leave cancel @张三 2026-11-16', '2026-11-18 09:10')
    expect(await countsOf('李伟')).toEqual([...counted('2026-11-16', 1, 0), ...counted('2026-11-17', 1, 0)])
    expect(await countsOf('张三')).toEqual([...counted('2026-11-16', 1, 0), ...counted('2026-11-17', 1, 0)])
    expect(await board('2026-11-18 12:00')).not.toContain('李伟')
    expect(await recount(database.store.prisma)).toEqual([])
  })

  it('leaves the days before it was added alone', async () => {
    const { types, due, countsOf } = await stage()
    await types('李伟', 'report 拜访2', '2026-11-13 18:00')
    await due('2026-11-16')
    await types('王经理', 'leave @李伟 2026-11-12 到 2026-11-13', '2026-11-17 09:00')
    await types('王经理', 'leave cancel @李伟 2026-11-12 到 2026-11-13', '2026-11-17 09:00')
    expect(await countsOf('李伟')).toEqual(counted('2026-11-16', 1, 0))
  })

  it('counts once, however often the job runs, and sees a report of the same minute', async () => {
    const { types, due, countsOf, who } = await stage()
    await due('2026-11-16')
    await types('李伟', 'report 拜访2', '2026-11-16 19:00')
    await due('2026-11-16')
    await due('2026-11-16')
    expect(await countsOf('李伟')).toEqual(counted('2026-11-16', 1, 1))
    const { memberId } = who('李伟')
    expect(await database.store.prisma.entry.count({ where: { memberId, source: 'house' } })).toBe(3)
  })

  it('is traced to what was counted, and a manager’s correction stands', async () => {
    const { types, due, board, countsOf } = await stage()
    await due('2026-11-16')
    await types('王经理', 'correct 李伟 按时日报 1 11-16 系统故障', '2026-11-17 09:00')
    await due('2026-11-16')
    expect(await countsOf('李伟')).toEqual(counted('2026-11-16', 1, 1))
    expect(await board('2026-11-17 12:00')).toContain('1 | 李伟 | 100%')
    const trace = words(await types('王经理', 'trace 李伟 按时日报 本周', '2026-11-17 12:00'))
    expect(trace).toContain('系统统计')
    expect(trace).toContain('已更正为 1')
    expect(words(await types('王经理', 'trace 李伟 日报及时率 本周', '2026-11-17 12:00'))).toContain('= 100%')
  })

  it('is not asked in forms, nor taken from a line or by hand', async () => {
    const { types, team } = await stage()
    const refused = types('李伟', 'record 按时日报 5', '2026-11-17 09:00')
    await expect(refused).rejects.toMatchObject({ code: 'entry-counted' })
    const own = types('李伟', 'correct 按时日报 1 11-16 我交了', '2026-11-17 09:00')
    await expect(own).rejects.toMatchObject({ code: 'entry-counted' })
    await types('李伟', 'report 拜访1，按时日报5', '2026-11-17 18:00')
    const metric = await database.store.prisma.metric.findFirstOrThrow({
      where: { teamId: team.id, key: 'reports-on-time' },
    })
    expect(await database.store.prisma.entry.count({ where: { metricId: metric.id } })).toBe(0)
    const changed = types('王经理', 'metric set 按时日报 填报=销售', '2026-11-17 09:00')
    await expect(changed).rejects.toMatchObject({ code: 'metric-counted' })
  })

  it('is not counted in teams that have not asked for it', async () => {
    const day = await stageDay(database.store, people, {}, 'zh', more)
    await day.clock('timeliness.due', '2026-11-16 19:00')
    expect(await database.store.prisma.entry.count({ where: { teamId: day.team.id } })).toBe(0)
  })

  it('can be a target', async () => {
    const { types } = await stage()
    const said = words(await types('王经理', 'target 李伟 日报及时率 95% 2026-12', '2026-11-17 09:00'))
    expect(said).toMatch(/日报及时率.*95%/)
  })
})
