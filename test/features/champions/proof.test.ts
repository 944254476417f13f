import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workCalendarSchema } from '../../../src/calendar/work-calendar.ts'
import { endedBy } from '../../../src/features/champions/award.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { wordsOf } from '../harness.ts'
import { giveRate, sellAbroad } from '../metrics/currencies.ts'
import { recompute } from './programs/recompute.ts'
import { at, command, stageChampions } from './stage.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const names = ['李伟', '张,三', '赵"六"', 'Sam Hill']
const people = [...names.map(name => ({ name })), { name: '王芳', role: 'manager' as const }]

/** Entered, said otherwise (another value, day or metric), or reported late; before the award or after it. */
const happening = fc.record({
  who: fc.nat(names.length - 1),
  date: fc.constantFrom('2026-09-30', '2026-10-01', '2026-10-12', '2026-10-20', '2026-10-31', '2026-11-01'),
  metric: fc.constantFrom('revenue', 'visits', 'deals', 'overseas'),
  value: fc.constantFrom(0, 1, 2, 5, 10, 0.1, 0.2, 33.3333, -4),
  report: fc.nat(5),
  written: fc.constantFrom('2026-10-31 20:00', '2026-11-02 09:30', '2026-11-02 09:31', '2026-11-20 10:00'),
})

describe('an award', () => {
  it('is decided again from its export, whatever was entered, corrected and reported late', async () => {
    let awards = 0
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 25, size: 'max' }), async all => {
        const metrics = ['revenue', 'conversion', 'visits', 'total-sales']
        const team = await stageChampions(database.store, people, {
          champions: { metrics },
          boards: { lowerIsBetter: ['visits'] },
        })
        await sellAbroad(team.type, '王芳')
        await giveRate(team.type, '王芳', 'USD 7.1234 2026-09-01', at('2026-10-31 12:00'))
        await giveRate(team.type, '王芳', 'USD 0.00000123 2026-10-20', at('2026-10-31 12:00'))
        const reports = Array.from({ length: 6 }, () => crypto.randomUUID())
        const play = async (some: typeof all) => {
          for (const { who, date, metric, value, report, written } of some) {
            const more = { now: at(written), ...(report > 0 && { reportId: `${reports[report]}` }) }
            await team.record(names[who] ?? '', date, { [metric]: value }, more)
          }
        }
        const isBefore = ({ written }: (typeof all)[number]) => at(written) <= at('2026-11-02 09:31')
        await play(all.filter(isBefore))
        const { emitted } = await team.clock('champions.named', '2026-11-01')
        await play(all.filter(one => !isBefore(one)))
        for (const { payload } of emitted) {
          awards += 1
          const text = await exported(team, `${payload['metric']}`, '2026-10')
          const again = recompute(text)
          const memberIds = again.winners.map(name => team.who(name).memberId).sort()
          expect(memberIds).toEqual([...(payload['memberIds'] as string[])].sort())
          expect(again.value).toBe(again.claimed.value)
          expect([...again.winners].sort()).toEqual([...again.claimed.winners].sort())
          expect(again.intact).toBe(true)
        }
      }),
      { numRuns: 30 },
    )
    // Otherwise the property would have nothing to say.
    expect(awards).toBeGreaterThan(10)
  })

  it('has a fingerprint that tells when a line was changed', async () => {
    const team = await stageChampions(database.store, people)
    await team.record('李伟', '2026-10-12', { revenue: 100 }, { now: at('2026-10-12 19:00') })
    await team.clock('champions.named', '2026-11-01')
    const text = await exported(team, 'revenue', '2026-10')
    expect(recompute(text)).toMatchObject({ winners: ['李伟'], value: 100, intact: true })
    expect(recompute(text.replace(',100,report,', ',900,report,')).intact).toBe(false)
  })

  it('is exported in as many pages as it takes', async () => {
    const team = await stageChampions(database.store, people)
    for (let n = 0; n < 230; n++)
      await team.record('张,三', '2026-10-12', { revenue: 1 }, { now: at('2026-10-12 19:00') })
    await team.clock('champions.named', '2026-11-01')
    const [first] = (await team.type('王芳', command, '导出 2026-10', { now: at('2026-11-20 12:00') })).words
    expect(first).toContain('第 1/2 页，下一页：/冠军 导出 2026-10 revenue 2')
    expect(recompute(await exported(team, 'revenue', '2026-10'))).toMatchObject({
      winners: ['张,三'],
      value: 230,
      intact: true,
    })
  })
})

describe('the periods that have ended', () => {
  const calendar = workCalendarSchema.parse({ kind: 'cn' })

  it.each([
    ['2026-11-02', ['2026-10']],
    ['2026-11-03', []],
    ['2026-10-08', ['2026-09', '2026-Q3']],
    ['2026-01-04', ['2025-12', '2025-Q4', '2025']],
  ])('by %s are %j', (date, keys) => {
    expect(endedBy(date, calendar, ['month', 'quarter', 'year']).map(({ key }) => key)).toEqual(keys)
  })

  it('are two where a whole month had no workday', () => {
    const august = Array.from({ length: 31 }, (_, n) => `2026-08-${String(n + 1).padStart(2, '0')}`)
    const closed = workCalendarSchema.parse({ kind: 'mon-fri', daysOff: august })
    expect(endedBy('2026-09-01', closed, ['month']).map(({ key }) => key)).toEqual(['2026-07', '2026-08'])
  })
})

/** Every page of the export, one after the other, as a manager copies them. */
async function exported(
  team: Awaited<ReturnType<typeof stageChampions>>,
  metric: string,
  period: string,
): Promise<string> {
  const pages: string[] = []
  for (let page = 1; ; page++) {
    const { said } = await team.type('王芳', command, `export ${period} ${metric} ${page}`, {
      ...{ place: { kind: 'direct' }, now: at('2026-11-20 12:00') },
      lang: 'en',
    })
    const words = said.map(({ content }) => wordsOf(content)).join('\n')
    pages.push(words)
    if (!words.includes('; next: ')) return pages.join('\n')
  }
}
