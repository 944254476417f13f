import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  compare,
  daysBetween,
  eachDate,
  isLocalDate,
  isLocalTime,
  lastOfMonth,
  mondayOf,
  weekdayOf,
} from '../../src/calendar/dates.ts'

describe('only real dates and times are taken', () => {
  test.each([
    ['2026-11-21', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-1-1', false],
    ['', false],
  ])('date %j: %s', (text, real) => {
    expect(isLocalDate(text)).toBe(real)
  })

  test.each([
    ['00:00', true],
    ['23:59', true],
    ['24:00', false],
    ['09:60', false],
    ['9:00', false],
  ])('time %j: %s', (text, real) => {
    expect(isLocalTime(text)).toBe(real)
  })
})

describe('dates are counted', () => {
  test('across leap days and years', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01')
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31')
    expect(daysBetween('2026-11-21', '2027-11-21')).toBe(365)
    expect(lastOfMonth('2028-02-10')).toBe('2028-02-29')
  })

  test('weeks begin on Monday', () => {
    expect(weekdayOf('2026-11-21')).toBe(6)
    expect(weekdayOf('1969-12-28')).toBe(7)
    expect(mondayOf('2026-11-22')).toBe('2026-11-16')
  })

  test('adding and counting undo each other, and dates sort as they follow', () => {
    const dates = fc.integer({ min: -20_000, max: 40_000 }).map(days => addDays('1970-01-01', days))
    fc.assert(
      fc.property(dates, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days)
        expect(compare(date, addDays(date, days))).toBe(Math.sign(-days) + 0)
      }),
    )
  })

  test('a range has both its ends; a range backwards has nothing', () => {
    expect([...eachDate('2026-02-27', '2026-03-01')]).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
    expect([...eachDate('2026-03-01', '2026-02-27')]).toEqual([])
  })
})
