import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/calendar/dates.ts'
import { labelOf } from '../../src/calendar/period-labels.ts'
import { parsePeriod } from '../../src/calendar/period-words.ts'
import { includes, lengthOf, next, periodOf, periodOfKey, previous, rangeOf } from '../../src/calendar/periods.ts'

/** A Saturday. */
const today = '2026-11-21'

describe('a date lies in a period of each kind', () => {
  test.each([
    ['day', today, '2026-11-21', '2026-11-21', '2026-11-21'],
    ['week', today, '2026-W47', '2026-11-16', '2026-11-22'],
    ['week', '2027-01-03', '2026-W53', '2026-12-28', '2027-01-03'],
    ['week', '2024-12-30', '2025-W01', '2024-12-30', '2025-01-05'],
    ['month', '2028-02-10', '2028-02', '2028-02-01', '2028-02-29'],
    ['quarter', today, '2026-Q4', '2026-10-01', '2026-12-31'],
    ['year', today, '2026', '2026-01-01', '2026-12-31'],
  ] as const)('%s of %s is %s', (kind, date, key, from, to) => {
    expect(periodOf(kind, date)).toEqual({ kind, key, from, to })
  })
})

describe('periods follow each other without gap or overlap', () => {
  const kinds = fc.constantFrom('day', 'week', 'month', 'quarter', 'year')
  const dates = fc.integer({ min: 0, max: 20_000 }).map(days => addDays('2000-01-01', days))

  test('next begins the day after, previous undoes it, keys find their period', () => {
    fc.assert(
      fc.property(kinds, dates, (kind, date) => {
        const period = periodOf(kind, date)
        expect(includes(period, date)).toBe(true)
        expect(next(period).from).toBe(addDays(period.to, 1))
        expect(previous(next(period))).toEqual(period)
        expect(periodOfKey(period.key)).toEqual(period)
      }),
    )
  })

  test('ranges move by their own length, whichever end came first', () => {
    const range = rangeOf('2026-11-15', '2026-11-01')
    expect(lengthOf(range)).toBe(15)
    expect(previous(range).key).toBe('2026-10-17..2026-10-31')
    expect(next(range).key).toBe('2026-11-16..2026-11-30')
    expect(periodOfKey(range.key)).toEqual(range)
  })
})

describe('people name periods in words', () => {
  test.each([
    ['今天', '2026-11-21'],
    ['昨天', '2026-11-20'],
    ['yesterday', '2026-11-20'],
    ['本周', '2026-W47'],
    ['这周', '2026-W47'],
    ['week', '2026-W47'],
    ['上周', '2026-W46'],
    ['上个星期', '2026-W46'],
    [' Last  Week ', '2026-W46'],
    ['下周', '2026-W48'],
    ['本月', '2026-11'],
    ['month', '2026-11'],
    ['上月', '2026-10'],
    ['上个月', '2026-10'],
    ['next month', '2026-12'],
    ['本季度', '2026-Q4'],
    ['上季度', '2026-Q3'],
    ['quarter', '2026-Q4'],
    ['今年', '2026'],
    ['去年', '2025'],
    ['last year', '2025'],
    ['2026-w40', '2026-W40'],
    ['2026-11-01..2026-11-15', '2026-11-01..2026-11-15'],
    ['2026-11-01 至 2026-11-15', '2026-11-01..2026-11-15'],
    ['2026-11-01 to 2026-11-15', '2026-11-01..2026-11-15'],
  ])('%j is %s', (words, key) => {
    expect(parsePeriod(words, today)?.key).toBe(key)
  })

  test.each(['', '明月', '李雷', 'weekend', '2026-13', '2026-W54', '2026-Q5', '2026-11-31', 'last'])(
    '%j is none',
    words => {
      expect(parsePeriod(words, today)).toBeNull()
    },
  )
})

describe('labels are equals in both languages', () => {
  test.each([
    ['2026-11-21', '2026年11月21日', '21 Nov 2026'],
    ['2026-W47', '2026年第47周（11月16日至11月22日）', 'week 47 of 2026 (16 Nov to 22 Nov)'],
    ['2026-11', '2026年11月', 'November 2026'],
    ['2026-Q4', '2026年第4季度', 'Q4 2026'],
    ['2026', '2026年', '2026'],
    ['2026-11-01..2026-11-15', '2026年11月1日至11月15日', '1 Nov to 15 Nov 2026'],
    ['2026-12-20..2027-01-03', '2026年12月20日至2027年1月3日', '20 Dec 2026 to 3 Jan 2027'],
  ])('%s', (key, zh, en) => {
    const period = parsePeriod(key, today)
    expect(period && [labelOf(period, 'zh'), labelOf(period, 'en')]).toEqual([zh, en])
  })
})
