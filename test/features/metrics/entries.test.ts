import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '../../../src/base/ids.ts'
import { metricsOf } from '../../../src/features/metrics/catalogue.ts'
import { dailyOf, sumsAsOf, sumsOf } from '../../../src/features/metrics/entries.ts'
import { recount } from '../../../src/features/metrics/recount.ts'
import { entriesBehind, figureBehind } from '../../../src/features/metrics/trace.ts'
import type { Store } from '../../../src/store/store.ts'
import { eachDatabase } from '../../store/fixture.ts'
import { friday, stageTeam } from './stage.ts'

const monday = '2026-11-16'

describe.each(eachDatabase)('entries on $name', ({ open }) => {
  async function stage(store: Store) {
    const staged = await stageTeam(store, [{ name: '李伟' }, { name: '张三' }])
    const metrics = await metricsOf(store.prisma, staged.team.id)
    const idOf = (key: string) => metrics.find(metric => metric.key === key)?.id ?? ''
    const metricIds = metrics.map(metric => metric.id)
    const week = { metricIds, from: '2026-11-16', to: '2026-11-22' }
    const sums = async () =>
      (await sumsOf(store.prisma, week)).map(sum => ({
        key: metrics.find(metric => metric.id === sum.metricId)?.key,
        name: ['李伟', '张三'].find(name => staged.who(name).memberId === sum.memberId),
        value: sum.value,
      }))
    return { ...staged, idOf, metricIds, week, sums }
  }

  it('add up over days, for each member and metric', async context => {
    await using database = await open(context)
    const { record, sums, week, idOf } = await stage(database.store)
    await record('李伟', monday, { calls: 20, revenue: 80_000.5 })
    await record('李伟', '2026-11-17', { calls: 5 })
    await record('张三', monday, { calls: 7 })
    await record('张三', '2026-11-23', { calls: 100 })
    expect(await sums()).toEqual(
      expect.arrayContaining([
        { key: 'calls', name: '李伟', value: 25 },
        { key: 'revenue', name: '李伟', value: 80_000.5 },
        { key: 'calls', name: '张三', value: 7 },
      ]),
    )
    expect(await sums()).toHaveLength(3)
    const days = await dailyOf(database.store.prisma, { ...week, metricIds: [idOf('calls')] })
    expect(days.map(day => [day.date, day.value]).toSorted()).toEqual([
      [monday, 20],
      [monday, 7],
      ['2026-11-17', 5],
    ])
  })

  it('are written once for a report, however often it is said', async context => {
    await using database = await open(context)
    const { record, sums } = await stage(database.store)
    const reportId = newId()
    expect(await record('李伟', monday, { calls: 20, visits: 2 }, { reportId })).toBe(2)
    expect(await record('李伟', monday, { visits: 2, calls: 20 }, { reportId })).toBe(0)
    expect(await database.store.prisma.entry.count()).toBe(2)
    expect(await sums()).toHaveLength(2)
  })

  it('are corrected by new ones when the report changes, and only where it changed', async context => {
    await using database = await open(context)
    const { record, sums, who, idOf } = await stage(database.store)
    const reportId = newId()
    await record('李伟', monday, { calls: 20, visits: 2, quotes: 1 }, { reportId })
    expect(await record('李伟', monday, { calls: 25, visits: 2, deals: 1 }, { reportId, reason: '记错' })).toBe(3)
    expect(await sums()).toEqual(
      expect.arrayContaining([
        { key: 'calls', name: '李伟', value: 25 },
        { key: 'visits', name: '李伟', value: 2 },
        { key: 'quotes', name: '李伟', value: 0 },
        { key: 'deals', name: '李伟', value: 1 },
      ]),
    )
    const { memberId } = who('李伟')
    const asked = { memberId, metricId: idOf('calls'), from: monday, to: monday }
    const entries = await entriesBehind(database.store.prisma, asked)
    expect(
      entries.map(({ value, correctedTo, corrects, reason }) => ({ value, correctedTo, corrects, reason })),
    ).toEqual([
      { value: 20, correctedTo: 25, corrects: false, reason: null },
      { value: 25, correctedTo: null, corrects: true, reason: '记错' },
    ])
    expect(figureBehind({ aggregation: 'sum' }, entries)).toBe(25)
    expect(await record('李伟', '2026-11-17', { calls: 25, visits: 2, deals: 1 }, { reportId })).toBe(4)
    expect(await recount(database.store.prisma)).toEqual([])
    expect(figureBehind({ aggregation: 'sum' }, await entriesBehind(database.store.prisma, asked))).toBe(0)
  })

  it('are known as they stood at a moment', async context => {
    await using database = await open(context)
    const { record, week, metricIds, who } = await stage(database.store)
    const reportId = newId()
    const later = (minutes: number) => new Date(friday.getTime() + minutes * 60_000)
    await record('李伟', monday, { calls: 20 }, { reportId, now: friday })
    await record('李伟', monday, { calls: 25 }, { reportId, now: later(10) })
    const at = async (moment: Date) => {
      const memberIds = [who('李伟').memberId]
      return (await sumsAsOf(database.store.prisma, { ...week, metricIds, memberIds }, moment)).map(sum => sum.value)
    }
    expect(await at(later(-1))).toEqual([])
    expect(await at(friday)).toEqual([20])
    expect(await at(later(9))).toEqual([20])
    expect(await at(later(10))).toEqual([25])
  })

  it('lose nothing when many are written at once', async context => {
    await using database = await open(context)
    const { record, sums } = await stage(database.store)
    const reportId = newId()
    const alone = Array.from({ length: 20 }, () => record('李伟', monday, { calls: 1, visits: 2 }))
    const same = Array.from({ length: 10 }, (_, at) => record('张三', monday, { visits: at, calls: 3 }, { reportId }))
    await Promise.all([...alone, ...same])
    expect(await sums()).toEqual(
      expect.arrayContaining([
        { key: 'calls', name: '李伟', value: 20 },
        { key: 'visits', name: '李伟', value: 40 },
        { key: 'calls', name: '张三', value: 3 },
      ]),
    )
    expect(await recount(database.store.prisma)).toEqual([])
  })

  it('refuse a metric that is not the team’s and a value beyond all measure', async context => {
    await using database = await open(context)
    const { record } = await stage(database.store)
    await expect(record('李伟', monday, { sold: 1 })).rejects.toMatchObject({ code: 'metric-unknown' })
    await expect(record('李伟', monday, { calls: 1e12 })).rejects.toMatchObject({ code: 'value-too-large' })
    await expect(record('李伟', monday, { calls: Number.NaN })).rejects.toMatchObject({ code: 'value-too-large' })
    expect(await database.store.prisma.entry.count()).toBe(0)
  })

  it('always add up to what is kept of them', async context => {
    await using database = await open(context)
    const { store } = database
    const { record } = await stage(store)
    const reports = Array.from({ length: 3 }, () => newId())
    const value = fc.integer({ min: -1_000_000, max: 1_000_000_000 }).map(it => it / 1000)
    const recording = fc.record({
      name: fc.constantFrom('李伟', '张三'),
      date: fc.constantFrom('2026-11-16', '2026-11-17'),
      values: fc.dictionary(fc.constantFrom('calls', 'visits', 'revenue'), value),
      report: fc.option(fc.constantFrom(...reports), { nil: undefined }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(recording, { maxLength: 6 }), async recordings => {
        for (const { name, date, values, report } of recordings) {
          await record(name, date, values, report === undefined ? { source: 'manual' } : { reportId: report })
        }
        expect(await recount(store.prisma)).toEqual([])
      }),
      { numRuns: 25 },
    )
    await store.prisma.metricDay.updateMany({ data: { value: { increment: 1 } } })
    expect(await recount(store.prisma)).not.toEqual([])
  })
})
