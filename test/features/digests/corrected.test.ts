import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Counting, countedFrom } from '../../../src/features/digests/counted.ts'
import { entries } from '../../../src/features/entries/feature.ts'
import { metricsOf } from '../../../src/features/metrics/catalogue.ts'
import { sumsOf } from '../../../src/features/metrics/entries.ts'
import type { Metric } from '../../../src/features/metrics/metric.ts'
import type { Report } from '../../../src/features/reports/report.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { type Heard, stageDay } from '../nudges/stage.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const people = [{ name: '李伟' }, { name: '张三' }, { name: '王经理', role: 'manager' as const }]
const stage = () => stageDay(database.store, people, {}, 'zh', [entries])
const day = '2026-11-20'
const inGroup = (said: readonly Heard[]) => said.filter(({ to }) => 'team' in to)

describe('what was corrected before the digest', () => {
  it('is in it as it counts, with a mark, against the plan that was made; notes stay as they were', async () => {
    const { types, clock } = await stage()
    await types('李伟', 'plan 电话20', `${day} 08:40`)
    await types('李伟', 'report 拜访2 电话15 卡点:合同盖章', `${day} 18:00`)
    await types('张三', 'report 电话5', `${day} 18:00`)
    await types('李伟', 'correct 电话 25 今天 漏了下午的', `${day} 18:20`)
    const [digest] = inGroup(await clock('digests.due', `${day} 19:00`))
    expect(digest?.words).toContain('李伟 | 2 | 25*/20')
    expect(digest?.words).toContain('张三 |  | 5')
    expect(digest?.words).toContain('合计 | 2 | 30/20')
    expect(digest?.words).toContain('* 交上来以后更正或补记过，以这个数为准')
    expect(digest?.words).toContain('李伟：合同盖章')
    expect(digest?.words).not.toContain('漏了下午的')
  })

  it('has no mark and no line about one where nothing was', async () => {
    const { types, clock } = await stage()
    await types('李伟', 'report 拜访2', `${day} 18:00`)
    const [digest] = inGroup(await clock('digests.due', `${day} 19:00`))
    expect(digest?.words).not.toContain('*')
  })

  it('counts what was recorded beside the report, also of what the report does not name', async () => {
    const { types, clock } = await stage()
    await types('李伟', 'report 电话15', `${day} 18:00`)
    await types('李伟', 'record 电话 3', `${day} 18:10`)
    await types('李伟', 'record 拜访 1', `${day} 18:10`)
    const [digest] = inGroup(await clock('digests.due', `${day} 19:00`))
    expect(digest?.words).toContain('李伟 | 1* | 18*')
  })

  it('is what /team shows, too', async () => {
    const { types } = await stage()
    await types('李伟', 'report 电话15', `${day} 18:00`)
    await types('李伟', 'correct 电话 25 今天 漏了下午的', `${day} 18:20`)
    const [glance] = await types('王经理', 'team', `${day} 18:30`)
    expect(glance?.words).toMatch(/李伟 \| .* \| 25\*/)
    expect(glance?.words).toContain('以这个数为准')
  })
})

describe('what is corrected after the digest', () => {
  it('revises it, once, and is one short line where it cannot be revised', async () => {
    const { types, clock } = await stage()
    await types('李伟', 'report 电话15', `${day} 18:00`)
    await types('张三', 'report 电话5', `${day} 18:00`)
    const [first] = inGroup(await clock('digests.due', `${day} 19:00`))
    const again = inGroup(await types('李伟', 'correct 电话 25 今天 漏了下午的', `${day} 19:20`))
    expect(again.map(({ revises }) => revises?.key)).toEqual([first?.revises?.key])
    expect(again[0]?.words).toContain('李伟 | 25*')
    expect(again[0]?.words).toContain('合计 | 30')
    const short = JSON.stringify(again[0]?.revises?.short)
    expect(short).toContain('李伟')
    expect(short).toContain('11月20日 周五 的日报更正为：电话 25')
    expect(short).not.toContain('漏了下午的')
  })

  it('leaves the digest of a day that was over a week ago, and of somebody who is not in it', async () => {
    const { types, clock } = await stage()
    await types('李伟', 'report 电话15', `${day} 18:00`)
    await clock('digests.due', `${day} 19:00`)
    await types('张三', 'record 电话 5 今天', `${day} 19:10`)
    expect(inGroup(await types('张三', 'correct 电话 6 今天 数错了', `${day} 19:20`))).toEqual([])
    expect(inGroup(await types('李伟', 'correct 电话 25 11-20 漏了下午的', '2026-11-28 09:00'))).toEqual([])
  })
})

it('the totals are what the entries of that day make, whatever was reported, corrected and recorded in whichever order', async () => {
  const step = fc.record({
    who: fc.constantFrom('李伟', '张三'),
    metric: fc.constantFrom('拜访', '电话', '签单'),
    value: fc.integer({ min: 0, max: 60 }),
    how: fc.constantFrom('report', 'correct', 'record'),
  })
  const story = fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), async steps => {
    const { types, clock, team, who } = await stage()
    for (const name of ['李伟', '张三']) await types(name, 'report 拜访1 电话1 签单1', `${day} 17:50`)
    for (const [at, { who: name, metric, value, how }] of steps.entries()) {
      const moment = `${day} 18:${String(at).padStart(2, '0')}`
      const line = how === 'report' ? `report ${metric}${value}` : `${how} ${metric} ${value} 今天 数错了`
      // What is so already is refused.
      await types(name, line, moment).catch(() => [])
    }
    const [digest] = inGroup(await clock('digests.due', `${day} 19:00`))
    const [columns = [], total = []] = ['成员 | ', '合计 | '].map(
      start =>
        digest?.words
          .split('\n')
          .find(line => line.startsWith(start))
          ?.split(' | ') ?? [],
    )
    const metrics = await metricsOf(database.store.prisma, team.id)
    const memberIds = ['李伟', '张三'].map(name => who(name).memberId)
    for (const metric of metrics.filter(({ zh }) => ['拜访', '电话', '签单'].includes(zh))) {
      const sums = await sumsOf(database.store.prisma, { metricIds: [metric.id], from: day, to: day, memberIds })
      const recount = sums.reduce((sum, { value }) => sum + value, 0)
      const shown = total[columns.indexOf(metric.zh)]
      expect([metric.zh, Number(shown ?? 0)]).toEqual([metric.zh, recount])
    }
  })
  await fc.assert(story, { numRuns: 12 })
}, 240_000)

describe('of a member with several reports on a day', () => {
  const calls = { id: 'calls-id', key: 'calls', aggregation: 'sum' } as Metric
  const report = (id: string, values: Report['values']) => ({ id, memberId: 'li', values }) as Report
  const entry = (reportId: string | null, value: number): Counting => {
    return { memberId: 'li', metricId: 'calls-id', reportId, value }
  }

  it('each says its own, and what was recorded beside them is in neither', () => {
    const counted = countedFrom([entry('noon', 4), entry('evening', 9), entry(null, 2)])
    expect(counted(report('noon', { calls: 3 }), calls)).toBe(4)
    expect(counted(report('evening', { calls: 9 }), calls)).toBe(9)
  })

  it('one of which nothing is kept says what it said, and what it names no longer is nothing', () => {
    expect(countedFrom([])(report('noon', { calls: 3 }), calls)).toBe(3)
    expect(countedFrom([entry('noon', 0)])(report('noon', {}), calls)).toBeNull()
    expect(countedFrom([entry('noon', 0)])(report('noon', { calls: 3 }), calls)).toBe(0)
  })
})
