import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultMetrics } from '../../../src/features/metrics/default-metrics.ts'
import { recordValues } from '../../../src/features/metrics/entries.ts'
import { courseOf } from '../../../src/features/overview/course.ts'
import { mainMetric } from '../../../src/features/overview/main-metric.ts'
import { workingDays } from '../../../src/features/targets/working-days.ts'
import { drawingSchema } from '../../../src/pictures/drawing.ts'
import { openStudio } from '../../../src/pictures/studio.ts'
import { picturesOf } from '../../../src/store/pictures.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { cn } from '../../calendar/calendars.ts'
import { quiet, type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { stageDay } from '../nudges/stage.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const day = '2026-11-20'

async function stage(settings: Record<string, unknown> = {}) {
  const { team, who, types } = await stageDay(database.store, [{ name: '张三' }, { name: '李伟' }], settings)
  /** The picture that `/my` answers with, and what is drawn in it. */
  async function shows(line: string, more: Parameters<typeof types>[3] = {}) {
    const [my] = await types('张三', line, `${day} 19:00`, more)
    const image = my?.content.blocks.find(block => block.b === 'image')
    if (!image) return null
    const { drawing } = await database.store.prisma.picture.findUniqueOrThrow({ where: { ref: image.ref } })
    const month = drawingSchema.parse(drawing)
    if (month.kind !== 'month') throw new Error('another drawing')
    return { to: my?.to, alt: image.alt, ref: image.ref, month }
  }
  /** On a day off no report is due. */
  async function records(date: string, values: Record<string, number>) {
    const { memberId, personId: createdBy } = who('张三')
    const facts = { memberId, date, values, source: 'manual', createdBy } as const
    await inTransaction(database.store, tx => recordValues({ tx, team, now: new Date(`${date}T10:00:00Z`) }, facts))
  }
  return { types, shows, records }
}

describe('/my with a month', () => {
  it('draws the main result by workday, for the asker alone', async () => {
    const { types, shows, records } = await stage()
    await types('张三', 'report 电话20 成交1 签单额3万', '2026-11-03 18:00')
    await records('2026-11-07', { revenue: 20_000 })
    await types('张三', 'report 签单额1万', '2026-11-16 18:00')
    await types('李伟', 'report 签单额99万', '2026-11-16 18:00')
    const shown = await shows('my 本月')
    expect(shown?.to).toEqual({ reply: 'private' })
    expect(shown?.alt).toBe('图：张三 签单额 · 2026年11月，累计 6万')
    expect(shown?.month).toMatchObject({
      ...{ kind: 'month', drawn: 'line', name: '张三', title: '签单额 · 2026年11月' },
      figures: [{ label: '合计', words: '6万' }],
    })
    expect(shown?.month).not.toHaveProperty('target')
    const days = shown?.month.days ?? []
    expect(days).toHaveLength(21)
    const valueOn = (label: string) => days.find(one => one.label === label)?.value
    // A Saturday's deal is in Monday's point, and what is still to come is not drawn.
    expect(['2', '3', '6', '9', '20', '23'].map(valueOn)).toEqual([0, 3e4, 3e4, 5e4, 6e4, null])
    expect((await shows('my this month', { lang: 'en' }))?.alt).toBe('Picture: 张三, Revenue · November 2026: 60,000')
    const png = await picturesOf(database.store, { draw: openStudio(), log: quiet })(shown?.ref ?? '')
    expect(png?.type).toBe('image/jpeg')
  })

  it('draws towards the own target of just that month, whatever else there is', async () => {
    const { types, shows } = await stage()
    await types('张三', 'target 拜访 21 本月', '2026-11-02 09:00')
    await types('张三', 'report 签单额3万 拜访7', '2026-11-03 18:00')
    const shown = await shows('my 本月')
    expect(shown?.alt).toBe('图：张三 拜访 · 2026年11月，累计 7，目标 21（33%）')
    const target = shown?.month.target
    expect([target?.label, target?.values.at(0), target?.values.at(-1)]).toEqual(['目标', 1, 21])
    expect(await shows('my 本周')).toBeNull()
  })

  it.each(['my 今年', 'my 昨天', 'my 上月'])('draws nothing for “%s”: too long, too short, or empty', async line => {
    const { types, shows } = await stage()
    await types('张三', 'report 电话20', '2026-11-19 18:00')
    expect(await shows(line)).toBeNull()
  })

  it('draws nothing where the team wants no pictures', async () => {
    const { types, shows } = await stage({ boards: { pictures: false } })
    await types('张三', 'report 电话20', '2026-11-19 18:00')
    expect(await shows('my 本月')).toBeNull()
  })
})

describe('the main metric', () => {
  const metrics = defaultMetrics.map((metric, position) => ({ ...metric, id: metric.key, position }))
  const main = (keys: readonly string[], ranked: readonly string[] = []) =>
    mainMetric(metrics, { ranked, has: ({ key }) => keys.includes(key) })?.key

  it('is a result before an activity, and first what the team ranks itself by', () => {
    expect(main(['calls', 'deals', 'revenue'])).toBe('deals')
    expect(main(['calls', 'deals', 'revenue'], ['revenue', 'calls'])).toBe('revenue')
    expect(main(['visits', 'calls'], ['revenue', 'calls'])).toBe('calls')
    expect(main(['visits', 'calls'])).toBe('visits')
  })

  it('is none of what does not add up, nor of what there should be less of', () => {
    expect(main(['conversion', 'order-value'])).toBeUndefined()
    expect(main([])).toBeUndefined()
  })
})

describe('a course', () => {
  const days = workingDays({ calendar: cn }, '2026-11-01', '2026-11-30')
  const dates = Array.from({ length: 30 }, (_, n) => `2026-11-${String(n + 1).padStart(2, '0')}`)
  const anyDaily = fc.array(fc.record({ date: fc.constantFrom(...dates), value: fc.nat({ max: 1000 }) }))

  it('never falls, ends with all there is, and its target is all of it on the last day', () => {
    fc.assert(
      fc.property(anyDaily, fc.integer({ min: 1, max: 1e6 }), (daily, target) => {
        const course = courseOf({ days, daily, target, today: '2026-12-01' })
        const done = course.days.map(one => one.done ?? -1)
        expect(done).toEqual(done.toSorted((one, other) => one - other))
        expect(done.at(-1)).toBe(daily.reduce((sum, { value }) => sum + value, 0))
        expect(course.days.at(-1)?.wanted).toBeCloseTo(target, 3)
      }),
    )
  })

  it('has nothing of days to come', () => {
    fc.assert(
      fc.property(anyDaily, fc.constantFrom(...dates), (daily, today) => {
        const course = courseOf({ days, daily, target: null, today })
        for (const { date, done } of course.days) expect(done === null).toBe(date > today)
      }),
    )
  })
})
