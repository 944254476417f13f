import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { metrics } from '../../../src/features/metrics/feature.ts'
import { recount } from '../../../src/features/metrics/recount.ts'
import { timeliness } from '../../../src/features/timeliness/feature.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { stageDay } from '../nudges/stage.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const names = ['李伟', '张三'] as const
/** Workdays of one week; each report is due at 19:00. */
const days = ['2026-11-16', '2026-11-17', '2026-11-18'] as const
const clerk = '2026-11-19'

const who = fc.constantFrom(...names)
const happening = fc.oneof(
  fc.record({
    do: fc.constantFrom('report'),
    who,
    day: fc.constantFrom(...days),
    time: fc.constantFrom('18:00', '19:00', '21:00'),
  }),
  fc.record({
    do: fc.constantFrom('leave', 'leave cancel'),
    who,
    day: fc.constantFrom(...days),
    half: fc.constantFrom('', '上午', '下午'),
  }),
)
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never

it('counts what was due and in time, whatever was reported and whatever leave was entered, then or afterwards', {
  timeout: 120_000,
}, async () => {
  let counted = 0
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 9 }), async all => {
      const people = [...names.map(name => ({ name })), { name: '王经理', role: 'manager' as const }]
      const staged = await stageDay(database.store, people, {}, 'zh', [metrics, timeliness])
      await staged.types('王经理', 'metric add timeliness', `${days[0]} 08:00`)
      for (const day of days) {
        const reports = all.flatMap(one => ('time' in one && one.day === day ? [one] : []))
        const before = reports.filter(({ time }) => time === '18:00')
        const after = reports.filter(({ time }) => time !== '18:00').toSorted((a, b) => (a.time < b.time ? -1 : 1))
        for (const one of before) await staged.types(one.who, 'report 拜访1', `${day} 18:00`)
        await staged.clock('timeliness.due', `${day} 19:00`)
        for (const one of after) await staged.types(one.who, 'report 拜访1', `${day} ${one.time}`)
      }
      for (const one of all)
        if ('half' in one) await staged.types('王经理', `${one.do} @${one.who} ${one.day}${one.half}`, `${clerk} 10:00`)
      for (const name of names) {
        const { memberId } = staged.who(name)
        const expected = days.flatMap(day => restate(all, name, day))
        expect(await countsOf(memberId)).toEqual(expected)
        counted += expected.length
      }
      expect(await recount(database.store.prisma)).toEqual([])
    }),
    { numRuns: 15 },
  )
  expect(counted).toBeGreaterThan(30)
})

/** A day with nothing due tells nothing, whether or not it was counted first. */
async function countsOf(memberId: string): Promise<string[]> {
  const rows = await database.store.prisma.$queryRaw<{ date: string; due: number; onTime: number }[]>`
    SELECT date, SUM(day.value) FILTER (WHERE key = 'reports-due')::float AS due,
      SUM(day.value) FILTER (WHERE key = 'reports-on-time')::float AS "onTime"
    FROM "MetricDay" day JOIN "Metric" metric ON metric.id = day."metricId"
    WHERE "memberId" = ${memberId}::uuid AND key LIKE 'reports-%' GROUP BY 1 ORDER BY 1`
  return rows
    .filter(({ due, onTime }) => due > 0 || onTime > 0)
    .map(({ date, due, onTime }) => `${date} ${onTime}/${due}`)
}

/** The same by halves of days: due unless the afternoon is taken; in time when the first report came by 19:00. */
function restate(all: readonly Happening[], name: string, day: string): string[] {
  const own = all.filter(one => one.who === name && one.day === day)
  let afternoon = false
  for (const one of own) if ('half' in one && one.half !== '上午') afternoon = one.do === 'leave'
  if (afternoon) return []
  const isOnTime = own.some(one => 'time' in one && one.time <= '19:00')
  return [`${day} ${isOnTime ? 1 : 0}/1`]
}
