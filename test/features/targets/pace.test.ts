import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workCalendarSchema } from '../../../src/calendar/work-calendar.ts'
import { forecast } from '../../../src/features/targets/forecast.ts'
import { behindSince, type Course, paceOf } from '../../../src/features/targets/pace.ts'
import { workingDays } from '../../../src/features/targets/working-days.ts'

const calendar = workCalendarSchema.parse({ kind: 'mon-fri' })

/** November 2026 has 21 workdays without holidays; 15 of them are over on Friday, the 20th. */
function course(
  given: Partial<Course> & { readonly leaves?: Parameters<typeof workingDays>[0]['leaves'] } = {},
): Course {
  const { leaves = [], ...facts } = given
  const [from, to] = ['2026-11-01', '2026-11-30']
  return {
    ...{ value: 210, from, to, done: 0, adds: true, lessIsBetter: false, tolerance: 0.1, lastDay: '2026-11-20' },
    ...{ days: workingDays({ calendar, leaves }, from, to), daily: new Map(), knownFrom: from, sample: [] },
    ...facts,
  }
}

describe('what each remaining workday must bring', () => {
  test('is what is missing, shared out to them', () => {
    expect(paceOf(course({ done: 150 }))).toMatchObject({ daysLeft: 6, needed: 10, standing: 'on-course' })
    expect(paceOf(course({ done: 90 }))).toMatchObject({ needed: 20, standing: 'behind' })
    expect(paceOf(course({ done: 180 }))).toMatchObject({ needed: 5, standing: 'ahead', attainment: 180 / 210 })
  })

  test('counts no day on leave, and half a day as half', () => {
    const leaves = [
      { from: '2026-11-23', to: '2026-11-24' },
      { from: '2026-11-25', to: '2026-11-25', half: 'am' as const },
    ]
    expect(paceOf(course({ done: 140, leaves }))).toMatchObject({ daysLeft: 3.5, needed: 20 })
  })

  test('is nothing once it is reached, or over', () => {
    expect(paceOf(course({ done: 210 }))).toMatchObject({ needed: null, standing: 'met' })
    expect(paceOf(course({ done: 200, lastDay: '2026-11-30' }))).toMatchObject({ needed: null, standing: 'missed' })
  })

  test('is not asked before the period begins', () => {
    expect(paceOf(course({ lastDay: '2026-10-31', sample: Array(20).fill(3) }))).toMatchObject({
      ...{ standing: 'not-begun', needed: 10 },
      forecast: { kind: 'none' },
    })
  })

  test('brings the target about exactly, if each day brings it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (value, part) => {
        const { needed, daysLeft, done } = paceOf(course({ value, done: value * part }))
        expect(done + (needed ?? Number.NaN) * daysLeft).toBeCloseTo(value, 3)
      }),
    )
  })
})

describe('what has no even course', () => {
  test('says only how much is reached', () => {
    expect(paceOf(course({ value: 30, done: 24, adds: false }))).toMatchObject({
      ...{ attainment: 0.8, standing: 'open', needed: null },
      forecast: { kind: 'none' },
    })
    expect(paceOf(course({ value: 30, done: null, adds: false }))).toMatchObject({ attainment: null, standing: 'open' })
  })

  test('should stay small: within or beyond', () => {
    expect(paceOf(course({ value: 3, done: 2, lessIsBetter: true }))).toMatchObject({
      standing: 'within',
      needed: null,
    })
    expect(paceOf(course({ value: 3, done: 4, lessIsBetter: true }))).toMatchObject({ standing: 'beyond' })
    expect(behindSince(course({ value: 3, done: 4, lessIsBetter: true }))).toBeNull()
  })
})

describe('a forecast', () => {
  test('needs ten workdays', () => {
    expect(forecast(10, 5, Array(9).fill(1))).toEqual({ kind: 'too-early', days: 9, least: 10 })
    expect(forecast(10, 5, Array(10).fill(1))).toEqual({ kind: 'range', likely: 15, low: 15, high: 15 })
  })

  test('is wider the more the days differ and the more of them are left, and never below what is done', () => {
    const even = [4, 6, 4, 6, 4, 6, 4, 6, 4, 6]
    const uneven = [0, 10, 0, 10, 0, 10, 0, 10, 0, 10]
    const width = (left: number, sample: number[]) => {
      const it = forecast(0, left, sample)
      return it.kind === 'range' ? it.high - it.low : Number.NaN
    }
    expect(width(5, uneven)).toBeGreaterThan(width(5, even))
    expect(width(9, even)).toBeGreaterThan(width(4, even))
    expect(forecast(7, 2, [0, 0, 0, 0, 0, 0, 0, 0, 0, 50])).toMatchObject({ low: 7 })
  })

  test('is right about eight times of ten, for days like those before', () => {
    // A small generator with a fixed start, so that the same days are tried every time.
    let state = 7
    const chance = () => {
      state = (state * 48_271) % 2_147_483_647
      return state / 2_147_483_647
    }
    const someDay = () => (chance() + chance() + chance()) * 10
    let hits = 0
    for (let run = 0; run < 1000; run++) {
      const it = forecast(0, 8, Array.from({ length: 30 }, someDay))
      const came = Array.from({ length: 8 }, someDay).reduce((sum, one) => sum + one, 0)
      if (it.kind === 'range' && it.low <= came && came <= it.high) hits++
    }
    expect(hits).toBeGreaterThan(750)
    expect(hits).toBeLessThan(850)
  })
})

describe('how far off the even course is behind', () => {
  test('is for the team to say, while a tenth more is ahead for all', () => {
    // 150 are due after fifteen of twenty-one days.
    expect(paceOf(course({ done: 120 })).standing).toBe('behind')
    expect(paceOf(course({ done: 120, tolerance: 0.25 })).standing).toBe('on-course')
    expect(paceOf(course({ done: 112, tolerance: 0.25 })).standing).toBe('behind')
    expect(paceOf(course({ done: 170, tolerance: 0.25 })).standing).toBe('ahead')
  })
})

describe('since when somebody is behind', () => {
  const daily = new Map(['02', '03', '04', '05', '06'].map(day => [`2026-11-${day}`, 10]))

  test('is the first workday at whose end the sum fell short for good', () => {
    // Five days of ten each; the sixth brings nothing: 50 of 60 is more than a tenth short.
    expect(behindSince(course({ done: 50, daily, lastDay: '2026-11-06' }))).toBeNull()
    expect(behindSince(course({ done: 50, daily, lastDay: '2026-11-11' }))).toBe('2026-11-09')
  })

  test('is forgiven by a larger threshold, and by catching up', () => {
    expect(behindSince(course({ done: 50, daily, lastDay: '2026-11-11', tolerance: 0.3 }))).toBe('2026-11-11')
    const caught = new Map([...daily, ['2026-11-11', 60]])
    expect(behindSince(course({ done: 110, daily: caught, lastDay: '2026-11-11' }))).toBeNull()
  })

  test('looks back no farther than days are known', () => {
    expect(behindSince(course({ done: 0, knownFrom: '2026-11-09' }))).toBe('2026-11-09')
  })
})
