import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../src/calendar/dates.ts'
import type { Leave } from '../../../src/calendar/leave.ts'
import { periodOf } from '../../../src/calendar/periods.ts'
import { workCalendarSchema } from '../../../src/calendar/work-calendar.ts'
import { apportion } from '../../../src/features/targets/apportion.ts'
import { peopleBases, peopleWeights } from '../../../src/features/targets/split-people.ts'
import { calendarWeights, isFiner, partsOf } from '../../../src/features/targets/split-period.ts'
import { targetKinds } from '../../../src/features/targets/target.ts'
import { type Worker, workingDays } from '../../../src/features/targets/working-days.ts'

const day = fc.integer({ min: 0, max: 1400 }).map(days => addDays('2025-01-01', days))
const leave: fc.Arbitrary<Leave> = fc
  .tuple(day, fc.nat(40), fc.constantFrom(undefined, 'am' as const, 'pm' as const))
  .map(([from, days, half]) => ({ from, to: addDays(from, days), ...(half && { half }) }))
const calendar = fc
  .tuple(
    fc.constantFrom(
      { kind: 'cn' as const },
      { kind: 'mon-fri' as const, cnHolidays: true },
      { kind: 'alternating' as const, bigWeek: '2026-01-05' },
      { kind: 'single-rest' as const, restDay: 2 as const },
    ),
    fc.uniqueArray(day, { maxLength: 20 }),
    fc.nat(20),
  )
  .map(([kind, days, at]) => workCalendarSchema.parse({ ...kind, daysOff: days.slice(0, at), daysOn: days.slice(at) }))
const worker: fc.Arbitrary<Worker> = fc.record({ calendar, leaves: fc.array(leave, { maxLength: 4 }) })
const finer = fc
  .tuple(fc.constantFrom(...targetKinds), fc.constantFrom(...targetKinds), day)
  .filter(([whole, part]) => isFiner(part, whole))

describe('a period in parts', () => {
  test('has no gap and no overlap, and its parts add up exactly for any calendar and any leave', () => {
    fc.assert(
      fc.property(finer, worker, fc.nat(1e9), ([whole, kind, date], by, units) => {
        const period = periodOf(whole, date)
        const parts = partsOf(period, kind, by)
        fc.pre(parts.length > 0)
        const values = apportion(units / 100, calendarWeights(parts, by), 2)
        expect(values.reduce((sum, value) => sum + Math.round(value * 100), 0)).toBe(units)
        if (kind === 'day') return
        expect(parts[0]?.from).toBe(period.from)
        expect(parts.at(-1)?.to).toBe(period.to)
        for (const [at, { from }] of parts.entries()) {
          if (at > 0) expect(from).toBe(addDays(parts[at - 1]?.to ?? '', 1))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('asks nothing of a day that is not worked, and half of a half day', () => {
    fc.assert(
      fc.property(day, worker, (date, by) => {
        const month = periodOf('month', date)
        const days = workingDays(by, month.from, month.to)
        expect(partsOf(month, 'day', by).map(({ from }) => from)).toEqual(days.map(one => one.date))
        const parts = partsOf(month, 'day', by)
        expect(calendarWeights(parts, by)).toEqual(days.map(({ part }) => part))
      }),
      { numRuns: 60 },
    )
  })

  test('counts make-up days: February 2026 has sixteen workdays for the holiday, and two Saturdays are worked', () => {
    const by: Worker = { calendar: workCalendarSchema.parse({ kind: 'cn' }) }
    const february = workingDays(by, '2026-02-01', '2026-02-28').map(({ date }) => date)
    expect(february).toContain('2026-02-14')
    expect(february).toContain('2026-02-28')
    expect(february).not.toContain('2026-02-17')
    const weeks = partsOf(periodOf('month', '2026-02-10'), 'week', by)
    expect(weeks.map(({ from, to }) => `${from}..${to}`)).toEqual([
      '2026-02-01..2026-02-01',
      '2026-02-02..2026-02-08',
      '2026-02-09..2026-02-15',
      '2026-02-16..2026-02-22',
      '2026-02-23..2026-02-28',
    ])
    expect(calendarWeights(weeks, by)).toEqual([0, 5, 6, 0, 5])
  })
})

describe('people', () => {
  const person = { role: 'rep' as const, joinedOn: '2025-01-01', days: 20, brought: null }
  const weights = (people: Parameters<typeof peopleWeights>[0], basis: Parameters<typeof peopleWeights>[1]) =>
    peopleWeights(people, basis, '2026-12-16')

  test('share equally by the days that each works', () => {
    expect(weights([person, { ...person, days: 10 }], 'equal')).toEqual([20, 10])
  })

  test('share by role: a lead counts half', () => {
    expect(weights([person, { ...person, role: 'lead' }], 'role')).toEqual([20, 10])
  })

  test('share by tenure: whoever is new is asked for less', () => {
    const newcomers = ['2026-11-01', '2026-12-14'].map(joinedOn => ({ ...person, joinedOn }))
    expect(weights([person, ...newcomers], 'tenure')).toEqual([20, 10, 5])
  })

  test('share by history: whoever has none counts half of the average, whoever brought nothing nothing', () => {
    const brought = [30, 10, null, 0].map(one => ({ ...person, brought: one }))
    expect(weights(brought, 'history')).toEqual([30, 10, 40 / 3 / 2, 0])
  })

  test('never weigh less than nothing, so any total can be shared out', () => {
    const anybody = fc.record({
      role: fc.constantFrom('rep' as const, 'lead' as const),
      joinedOn: day,
      days: fc.integer({ min: 0, max: 46 }).map(halves => halves / 2),
      brought: fc.option(fc.double({ min: -1e6, max: 1e9, noNaN: true })),
    })
    const people = fc.array(anybody, { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(people, fc.constantFrom(...peopleBases), fc.nat(1e9), (sharers, basis, total) => {
        const shares = apportion(total, peopleWeights(sharers, basis, '2026-06-15'), 0)
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total)
      }),
    )
  })
})
