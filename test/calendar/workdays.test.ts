import { describe, expect, test } from 'vitest'
import { eachDate } from '../../src/calendar/dates.ts'
import { periodOf } from '../../src/calendar/periods.ts'
import {
  calendarAlarm,
  dayOf,
  firstWorkdayIn,
  isWorkday,
  lastWorkdayIn,
  lastWorkdayOfWeek,
  nextWorkday,
  previousWorkday,
  unknownYears,
  workCalendarSchema,
  workdaysBetween,
} from '../../src/calendar/workdays.ts'
import { bigAndSmall, cn, monFri, restsOnTuesday } from './calendars.ts'

const makeUpDays = (year: number) =>
  [...eachDate(`${year}-01-01`, `${year}-12-31`)].filter(date => dayOf(cn, date).reason === 'make-up')

describe('the Chinese calendar', () => {
  test('works on the make-up days of 2025 and 2026, and on no other weekend day', () => {
    expect(makeUpDays(2025)).toEqual(['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'])
    expect(makeUpDays(2026)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ])
  })

  test.each([
    ['2026-11-20', { work: true, reason: 'weekday' }],
    ['2026-11-21', { work: false, reason: 'weekend' }],
    ['2026-10-01', { work: false, reason: 'holiday', name: '国庆节' }],
    ['2026-10-10', { work: true, reason: 'make-up', name: '国庆节' }],
    ['2025-10-06', { work: false, reason: 'holiday', name: '国庆中秋' }],
  ])('%s', (date, kind) => {
    expect(dayOf(cn, date)).toEqual(kind)
  })

  test('has 248 workdays in 2025 and in 2026, as the year’s official count goes', () => {
    expect(workdaysBetween(cn, '2025-01-01', '2025-12-31', 'not-a-workday')).toHaveLength(248)
    expect(workdaysBetween(cn, '2026-01-01', '2026-12-31', 'not-a-workday')).toHaveLength(248)
  })
})

describe('a year that nobody has announced', () => {
  test('is unknown, weekday and weekend alike', () => {
    expect(dayOf(cn, '2027-03-01')).toEqual({ work: 'unknown', reason: 'unknown-year' })
    expect(dayOf(cn, '2027-03-06')).toEqual({ work: 'unknown', reason: 'unknown-year' })
    expect(unknownYears(cn, '2025-06-01', '2028-01-01')).toEqual([2027, 2028])
    expect(unknownYears(cn, '2025-01-01', '2026-12-31')).toEqual([])
    expect(unknownYears(cn, '2001-12-31', '2001-12-31')).toEqual([2001])
  })

  test('is bridged only as the caller says: by the usual week less the lawful holidays, or not at all', () => {
    expect(isWorkday(cn, '2027-03-01', 'usual-week')).toBe(true)
    expect(isWorkday(cn, '2027-03-06', 'usual-week')).toBe(false)
    expect(isWorkday(cn, '2027-01-01', 'usual-week')).toBe(false)
    expect(isWorkday(cn, '2027-02-08', 'usual-week')).toBe(false)
    expect(isWorkday(cn, '2027-03-01', 'not-a-workday')).toBe(false)
    expect(nextWorkday(cn, '2026-12-31', 'usual-week')).toBe('2027-01-04')
    expect(nextWorkday(cn, '2026-12-31', 'not-a-workday')).toBeNull()
  })

  test('alarms from 1 December before, and all through the year itself', () => {
    expect(calendarAlarm(cn, '2026-11-30')).toBeNull()
    expect(calendarAlarm(cn, '2026-12-01')).toEqual({ year: 2027 })
    expect(calendarAlarm(cn, '2027-06-15')).toEqual({ year: 2027 })
    expect(calendarAlarm(cn, '2025-12-15')).toBeNull()
    expect(calendarAlarm(monFri, '2026-12-31')).toBeNull()
  })

  test('stays unknown while the imported table lacks a statutory holiday', () => {
    const withNewYear = workCalendarSchema.parse({
      kind: 'cn',
      official: { '2027-01-01': { work: false, name: '元旦' } },
    })
    expect(dayOf(withNewYear, '2027-01-01')).toEqual({ work: false, reason: 'holiday', name: '元旦' })
    expect(dayOf(withNewYear, '2027-03-01').work).toBe('unknown')
    expect(calendarAlarm(withNewYear, '2026-12-01')).toEqual({ year: 2027 })
  })

  test('does not concern teams that follow no holidays, and does concern those that do', () => {
    const following = workCalendarSchema.parse({ kind: 'mon-fri', cnHolidays: true })
    expect(dayOf(monFri, '2027-03-01').work).toBe(true)
    expect(dayOf(following, '2027-03-01').work).toBe('unknown')
    expect(unknownYears(following, '2027-01-01', '2027-01-01')).toEqual([2027])
  })
})

describe('other usual weeks', () => {
  test('大小周 works the Saturday of every second week', () => {
    const saturdays = ['2026-11-07', '2026-11-14', '2026-11-21', '2026-11-28', '2026-12-05']
    expect(saturdays.map(date => dayOf(bigAndSmall, date).work)).toEqual([true, false, true, false, true])
    expect(dayOf(bigAndSmall, '2026-11-22')).toEqual({ work: false, reason: 'weekend' })
    expect(lastWorkdayOfWeek(bigAndSmall, '2026-11-17', 'usual-week')).toBe('2026-11-21')
  })

  test('a single day of rest', () => {
    const week = [...eachDate('2026-11-16', '2026-11-22')]
    expect(week.filter(date => !isWorkday(restsOnTuesday, date, 'usual-week'))).toEqual(['2026-11-17'])
  })

  test('Monday to Friday ignores the holidays unless told to follow them', () => {
    const following = workCalendarSchema.parse({ kind: 'mon-fri', cnHolidays: true })
    expect(dayOf(monFri, '2026-10-01').work).toBe(true)
    expect(dayOf(following, '2026-10-01').reason).toBe('holiday')
    expect(dayOf(following, '2026-10-10').reason).toBe('make-up')
  })
})

describe('custom days', () => {
  const custom = workCalendarSchema.parse({ kind: 'cn', daysOff: ['2026-11-20', '2026-10-10'], daysOn: ['2026-10-01'] })

  test('win over everything else', () => {
    expect(dayOf(custom, '2026-11-20')).toEqual({ work: false, reason: 'custom' })
    expect(dayOf(custom, '2026-10-10')).toEqual({ work: false, reason: 'custom' })
    expect(dayOf(custom, '2026-10-01')).toEqual({ work: true, reason: 'custom' })
  })

  test('cannot contradict each other, and must be dates', () => {
    expect(workCalendarSchema.safeParse({ kind: 'cn', daysOff: ['2026-11-20'], daysOn: ['2026-11-20'] }).success).toBe(
      false,
    )
    expect(workCalendarSchema.safeParse({ kind: 'cn', daysOff: ['2026-02-30'] }).success).toBe(false)
  })

  test('survive JSON', () => {
    expect(workCalendarSchema.parse(JSON.parse(JSON.stringify(custom)))).toEqual(custom)
  })
})

describe('workdays are found', () => {
  test('across the National Day holiday', () => {
    expect(nextWorkday(cn, '2026-09-30', 'not-a-workday')).toBe('2026-10-08')
    expect(previousWorkday(cn, '2026-10-08', 'not-a-workday')).toBe('2026-09-30')
    expect(nextWorkday(cn, '2026-10-09', 'not-a-workday')).toBe('2026-10-10')
  })

  test('at the ends of weeks, months, quarters and years', () => {
    expect(lastWorkdayOfWeek(cn, '2026-09-22', 'not-a-workday')).toBe('2026-09-24')
    expect(lastWorkdayOfWeek(cn, '2026-10-05', 'not-a-workday')).toBe('2026-10-10')
    expect(firstWorkdayIn(cn, periodOf('month', '2026-10-15'), 'not-a-workday')).toBe('2026-10-08')
    expect(lastWorkdayIn(cn, periodOf('month', '2026-02-01'), 'not-a-workday')).toBe('2026-02-28')
    expect(lastWorkdayIn(cn, periodOf('quarter', '2026-07-01'), 'not-a-workday')).toBe('2026-09-30')
    expect(firstWorkdayIn(cn, periodOf('year', '2026-07-01'), 'not-a-workday')).toBe('2026-01-04')
  })

  test('and not found where there are none', () => {
    const away = workCalendarSchema.parse({ kind: 'mon-fri', daysOff: [...eachDate('2026-11-16', '2026-11-22')] })
    expect(lastWorkdayOfWeek(away, '2026-11-18', 'usual-week')).toBeNull()
  })
})
