import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyMetricOf } from '../../../src/features/metrics/catalogue.ts'
import { findKey } from '../../../src/features/metrics/metric.ts'
import { amountsOf, convertedIn, figureTogether, onlyAmounts } from '../../../src/features/metrics/money/amounts.ts'
import { readAmounts, readDailyAmounts } from '../../../src/features/metrics/read-figures.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { giveRate, sellAbroad } from './currencies.ts'
import { stageTeam } from './stage.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const days = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'] as const
const week = { from: '2026-11-16', to: '2026-11-22' }

async function stage() {
  const staged = await stageTeam(database.store, [
    { name: '王芳', role: 'manager' },
    { name: '李伟' },
    { name: '张三' },
  ])
  await sellAbroad(staged.type, '王芳')
  const { team } = staged

  /** What the metrics come to over the week, by their sums and by their days. */
  async function read(asOf?: Date) {
    return inTransaction(database.store, async tx => {
      const all = await everyMetricOf(tx, team.id)
      const metric = (key: string) => findKey(all, key) ?? expect.fail(`no metric ${key}`)
      const metrics = ['revenue', 'overseas', 'total-sales', 'double-overseas'].map(metric)
      const memberIds = ['李伟', '张三'].map(name => staged.who(name).memberId)
      const wanted = { metrics, all, ...week, ...(asOf && { asOf: { at: asOf, memberIds } }) }
      const sums = await readAmounts(tx, team, wanted)
      const daily = await readDailyAmounts(tx, team, wanted)
      const total = (key: string) => figureTogether(metric(key), all, sums)
      return { all, metric, sums, daily, total, missing: convertedIn(metric('total-sales'), all, sums)?.missing }
    })
  }

  return { ...staged, read, give: (rate: string, now?: Date) => giveRate(staged.type, '王芳', rate, now) }
}

/** What each member's entries of a day come to. */
function sumsOn(entries: readonly { who: string; date: string; value: number }[]) {
  return [...Map.groupBy(entries, ({ who, date }) => `${who} ${date}`).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, value: others.reduce((sum, { value }) => sum + value, first.value) }],
  )
}

describe('amounts of several metrics', () => {
  it('stand each in its own currency, and together in the team’s', async () => {
    const { record, read, give } = await stage()
    await give('USD 7 2026-11-01')
    await record('李伟', '2026-11-17', { revenue: 1000, overseas: 100 })
    await record('张三', '2026-11-18', { overseas: 10 })
    const { total } = await read()
    expect(['revenue', 'overseas', 'total-sales', 'double-overseas'].map(total)).toEqual([1000, 110, 1770, 220])
  })

  it('come to the same by sums as by days, whatever the rates and whoever recorded', async () => {
    const entry = fc.record({
      who: fc.constantFrom('李伟', '张三'),
      date: fc.constantFrom(...days),
      metric: fc.constantFrom('revenue', 'overseas'),
      value: fc.integer({ min: -500, max: 100_000 }),
    })
    const rate = fc.record({ date: fc.constantFrom(...days), rate: fc.integer({ min: 1, max: 2000 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 8 }), fc.array(rate, { maxLength: 3 }), async (entries, rates) => {
        const { record, read, give } = await stage()
        for (const given of rates) await give(`USD ${given.rate / 100} ${given.date}`)
        for (const { who, date, metric, value } of entries) await record(who, date, { [metric]: value })
        const { all, metric, daily, total, missing } = await read()
        const heldOn = (date: string) =>
          rates
            .filter(one => one.date <= date)
            .reduce<(typeof rates)[number] | null>(
              (held, one) => (held === null || one.date >= held.date ? one : held),
              null,
            )
        const abroad = entries.filter(one => one.metric === 'overseas')
        const unrated = sumsOn(abroad).flatMap(({ date, value }) =>
          value !== 0 && heldOn(date) === null ? [date] : [],
        )
        expect(missing?.date).toBe(unrated.toSorted()[0])
        if (unrated.length > 0) {
          expect(total('total-sales')).toBeNull()
          return
        }
        const home = entries.filter(one => one.metric === 'revenue').reduce((sum, { value }) => sum + value, 0)
        const converted = abroad.reduce((sum, { date, value }) => sum + (value * (heldOn(date)?.rate ?? 0)) / 100, 0)
        if (entries.length > 0) expect(total('total-sales')).toBeCloseTo(home + converted, 3)
        const byDay = days.map(
          day =>
            figureTogether(
              metric('total-sales'),
              all,
              onlyAmounts(daily, ({ date }) => date === day),
            ) ?? 0,
        )
        expect(byDay.reduce((sum, one) => sum + one, 0)).toBeCloseTo(total('total-sales') ?? 0, 2)
      }),
      { numRuns: 12 },
    )
  })

  it('have no figure where a rate is missing, and the others keep theirs', async () => {
    const { record, read, give } = await stage()
    await give('USD 7 2026-11-18')
    await record('李伟', '2026-11-17', { revenue: 1000, overseas: 100 })
    await record('张三', '2026-11-19', { overseas: 100 })
    const { total, missing, all, metric, sums, daily } = await read()
    expect(missing).toEqual({ currency: 'USD', date: '2026-11-17' })
    expect(total('total-sales')).toBeNull()
    expect(total('overseas')).toBe(200)
    expect(amountsOf(metric('total-sales'), all, sums)).toEqual([])
    const later = onlyAmounts(daily, ({ date }) => date === '2026-11-19')
    expect(figureTogether(metric('total-sales'), all, later)).toBe(700)
  })

  it('need no rate for what was corrected to nothing', async () => {
    const { record, read } = await stage()
    await record('李伟', '2026-11-17', { revenue: 1000, overseas: 100 })
    await record('李伟', '2026-11-17', { overseas: -100 })
    const { total, missing } = await read()
    expect([total('total-sales'), missing ?? null]).toEqual([1000, null])
  })

  it('are by the rates that were known then, where it is asked how they were then', async () => {
    const { record, read, give } = await stage()
    await record('李伟', '2026-11-17', { overseas: 100 }, { now: new Date('2026-11-17T10:00:00Z') })
    await give('USD 7 2026-11-01', new Date('2026-11-17T11:00:00Z'))
    await give('USD 8 2026-11-01', new Date('2026-11-19T11:00:00Z'))
    expect((await read()).total('total-sales')).toBe(800)
    expect((await read(new Date('2026-11-18T00:00:00Z'))).total('total-sales')).toBe(700)
    expect((await read(new Date('2026-11-17T10:30:00Z'))).missing).toEqual({ currency: 'USD', date: '2026-11-17' })
  })
})
