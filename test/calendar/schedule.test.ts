import { describe, expect, test } from 'vitest'
import { eachDate } from '../../src/calendar/dates.ts'
import { nextSlot, type ScheduleSpec, scheduleSpecSchema, slotsBetween } from '../../src/calendar/schedule.ts'
import { type WorkCalendar, workCalendarSchema } from '../../src/calendar/workdays.ts'
import { bigAndSmall, cn, monFri } from './calendars.ts'

/** Local dates (and times, when several a day) of the slots in Shanghai from one date to another. */
function datesOf(spec: ScheduleSpec, calendar: WorkCalendar, from: string, to: string): readonly string[] {
  const after = new Date(`${from}T00:00:00+08:00`)
  const until = new Date(`${to}T23:59:00+08:00`)
  return slotsBetween(spec, 'Asia/Shanghai', calendar, after, until).map(slot => slot.date)
}

describe('every workday', () => {
  test('skips the holiday and runs on the make-up days around it', () => {
    expect(datesOf({ every: 'workday', at: '09:00' }, cn, '2026-09-18', '2026-10-12')).toEqual([
      '2026-09-18',
      '2026-09-20',
      '2026-09-21',
      '2026-09-22',
      '2026-09-23',
      '2026-09-24',
      '2026-09-28',
      '2026-09-29',
      '2026-09-30',
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
      '2026-10-12',
    ])
  })

  test('goes by the usual week in a year not announced, and says that this is unconfirmed', () => {
    const after = new Date('2026-12-30T09:00:00+08:00')
    const until = new Date('2027-01-05T09:00:00+08:00')
    const slots = slotsBetween({ every: 'workday', at: '09:00' }, 'Asia/Shanghai', cn, after, until)
    expect(slots.map(slot => [slot.date, slot.confirmed])).toEqual([
      ['2026-12-31', true],
      ['2027-01-04', false],
      ['2027-01-05', false],
    ])
  })
})

describe('every week', () => {
  test.each([
    ['a common week', '2026-11-16', '2026-11-20'],
    ['Friday is a holiday', '2026-09-21', '2026-09-24'],
    ['Thursday and Friday are', '2026-09-28', '2026-09-30'],
    ['Friday works, and Saturday makes up', '2026-10-05', '2026-10-09'],
  ])('Friday, or else the last workday: %s', (_, monday, expected) => {
    const sunday = new Date(Date.parse(monday) + 6 * 86_400_000).toISOString().slice(0, 10)
    expect(datesOf({ every: 'week', on: 'friday-or-last-workday', at: '17:00' }, cn, monday, sunday)).toEqual([
      expected,
    ])
  })

  test('the last workday may be a Saturday', () => {
    expect(datesOf({ every: 'week', on: 'last-workday', at: '17:00' }, cn, '2026-10-05', '2026-10-11')).toEqual([
      '2026-10-10',
    ])
    expect(
      datesOf({ every: 'week', on: 'last-workday', at: '17:00' }, bigAndSmall, '2026-11-16', '2026-11-29'),
    ).toEqual(['2026-11-21', '2026-11-27'])
  })

  test('a week without any workday has none', () => {
    const daysOff = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20']
    const away = workCalendarSchema.parse({ kind: 'mon-fri', daysOff })
    for (const on of ['last-workday', 'friday-or-last-workday'] as const) {
      expect(datesOf({ every: 'week', on, at: '17:00' }, away, '2026-11-09', '2026-11-29')).toEqual([
        '2026-11-13',
        '2026-11-27',
      ])
    }
  })

  test('a plain weekday asks no calendar', () => {
    expect(datesOf({ every: 'week', on: 5, at: '17:00' }, cn, '2026-09-21', '2026-10-04')).toEqual([
      '2026-09-25',
      '2026-10-02',
    ])
  })
})

describe('every month', () => {
  test.each([
    ['first-workday', ['2026-01-04', '2026-02-02', '2026-03-02']],
    ['last-workday', ['2026-01-30', '2026-02-28', '2026-03-31']],
    ['last-day', ['2026-01-31', '2026-02-28', '2026-03-31']],
    [31, ['2026-01-31', '2026-03-31']],
    [1, ['2026-01-01', '2026-02-01', '2026-03-01']],
  ] as const)('on %s', (on, dates) => {
    expect(datesOf({ every: 'month', on, at: '18:00' }, cn, '2026-01-01', '2026-03-31')).toEqual(dates)
  })
})

describe('every quarter and year', () => {
  test.each([
    ['quarter', 'first-workday', ['2026-01-04', '2026-04-01', '2026-07-01', '2026-10-08']],
    ['quarter', 'last-workday', ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31']],
    ['year', 'first-workday', ['2026-01-04']],
    ['year', 'last-workday', ['2026-12-31']],
  ] as const)('%s on its %s', (every, on, dates) => {
    expect(datesOf({ every, on, at: '18:00' }, cn, '2026-01-01', '2026-12-31')).toEqual(dates)
  })

  test('a quarter may begin or end on a weekend, and with it a year', () => {
    const weekdays = (every: 'quarter' | 'year', on: 'first-workday' | 'last-workday') =>
      datesOf({ every, on, at: '18:00' }, monFri, '2027-12-01', '2028-10-15')
    expect(weekdays('quarter', 'last-workday')).toEqual(['2027-12-31', '2028-03-31', '2028-06-30', '2028-09-29'])
    expect(weekdays('year', 'first-workday')).toEqual(['2028-01-03'])
  })

  test('one without any workday has none', () => {
    const daysOff = [...eachDate('2026-10-01', '2026-12-31')]
    const away = workCalendarSchema.parse({ kind: 'mon-fri', daysOff })
    const quarterly = { every: 'quarter', on: 'last-workday', at: '18:00' } as const
    expect(datesOf(quarterly, away, '2026-07-01', '2027-03-31')).toEqual(['2026-09-30', '2027-03-31'])
    expect(datesOf({ ...quarterly, every: 'year' }, away, '2026-07-01', '2027-03-31')).toEqual(['2026-09-30'])
  })

  test('are confirmed once the holidays of the period are announced', () => {
    const after = new Date('2026-10-01T00:00:00Z')
    const until = new Date('2027-04-01T00:00:00Z')
    const quarterly = { every: 'quarter', on: 'last-workday', at: '18:00' } as const
    const slots = slotsBetween(quarterly, 'Asia/Shanghai', cn, after, until)
    expect(slots.map(slot => [slot.date, slot.confirmed])).toEqual([
      ['2026-12-31', true],
      ['2027-03-31', false],
    ])
  })
})

describe('several times a day', () => {
  test('come in order, each once', () => {
    const at = ['17:00', '09:00', '17:00']
    const slots = slotsBetween(
      { every: 'day', at },
      'Asia/Shanghai',
      cn,
      new Date('2026-11-20T16:00:00Z'),
      new Date('2026-11-21T16:00:00Z'),
    )
    expect(slots.map(slot => slot.time)).toEqual(['09:00', '17:00'])
  })
})

describe('the window leaves out its beginning and takes in its end', () => {
  const nine = new Date('2026-11-23T01:00:00Z')
  const between = (after: Date, until: Date) =>
    slotsBetween({ every: 'workday', at: '09:00' }, 'Asia/Shanghai', cn, after, until)

  test('to the millisecond', () => {
    expect(between(new Date(nine.getTime() - 1), nine)).toHaveLength(1)
    expect(between(nine, new Date(nine.getTime() + 1))).toHaveLength(0)
    expect(between(nine, nine)).toHaveLength(0)
  })
})

describe('clock changes in New York', () => {
  const between = (spec: ScheduleSpec, after: string, until: string) =>
    slotsBetween(spec, 'America/New_York', monFri, new Date(after), new Date(until)).map(slot => slot.at.toISOString())

  test('a time in the gap happens at the first minute after it', () => {
    expect(between({ every: 'day', at: '02:30' }, '2027-03-13T12:00:00Z', '2027-03-15T12:00:00Z')).toEqual([
      '2027-03-14T07:00:00.000Z',
      '2027-03-15T06:30:00.000Z',
    ])
  })

  test('a repeated time happens once, the first time', () => {
    expect(between({ every: 'day', at: '01:30' }, '2026-10-31T12:00:00Z', '2026-11-02T12:00:00Z')).toEqual([
      '2026-11-01T05:30:00.000Z',
      '2026-11-02T06:30:00.000Z',
    ])
    expect(between({ cron: '*/30 1 * * *' }, '2026-11-01T00:00:00Z', '2026-11-01T12:00:00Z')).toEqual([
      '2026-11-01T05:00:00.000Z',
      '2026-11-01T05:30:00.000Z',
    ])
  })

  test('times that the gap throws together are one slot', () => {
    expect(between({ cron: '*/30 2-3 * * *' }, '2027-03-14T00:00:00Z', '2027-03-14T12:00:00Z')).toEqual([
      '2027-03-14T07:00:00.000Z',
      '2027-03-14T07:30:00.000Z',
    ])
  })
})

describe('a clock set back past midnight', () => {
  test('does not hide the slot that today had before it was yesterday again', () => {
    const midnight = new Date('2010-11-07T02:30:00Z')
    const yesterdayAgain = new Date('2010-11-07T02:45:00Z')
    const after = new Date(midnight.getTime() - 60_000)
    const slots = slotsBetween({ every: 'day', at: '00:00' }, 'America/St_Johns', monFri, after, yesterdayAgain)
    expect(slots.map(slot => [slot.date, slot.at])).toEqual([['2010-11-07', midnight]])
    expect(nextSlot({ every: 'day', at: '00:00' }, 'America/St_Johns', monFri, yesterdayAgain)?.date).toBe('2010-11-08')
  })
})

describe('the next slot', () => {
  const next = (spec: ScheduleSpec, after: string) => nextSlot(spec, 'Asia/Shanghai', cn, new Date(after))

  test('is found however far it lies', () => {
    expect(next({ every: 'workday', at: '09:00' }, '2026-09-30T09:00:00+08:00')?.date).toBe('2026-10-08')
    expect(next({ cron: '0 9 29 2 *' }, '2026-11-21T00:00:00Z')?.date).toBe('2028-02-29')
    expect(next({ cron: '0 9 29 2 1' }, '2026-11-21T00:00:00Z')?.date).toBe('2044-02-29')
    expect(next({ cron: '0 9 29 2 1' }, '2072-03-01T00:00:00Z')?.date).toBe('2112-02-29')
  })

  test('is null for what never comes due', () => {
    expect(next({ cron: '0 9 29W 2 6' }, '2026-11-21T00:00:00Z')).toBeNull()
  })
})

describe('a spec is checked before it is kept', () => {
  test.each<[string, unknown]>([
    ['a daily time', { every: 'day', at: '09:00' }],
    ['several', { every: 'workday', at: ['09:00', '17:00'] }],
    ['the last workday of the month', { every: 'month', on: 'last-workday', at: '18:00' }],
    ['cron', { cron: '0 9 * * 1-5' }],
  ])('%s is good', (_, spec) => {
    expect(scheduleSpecSchema.parse(JSON.parse(JSON.stringify(spec)))).toEqual(spec)
  })

  test.each<[string, unknown]>([
    ['a time that is none', { every: 'day', at: '9:00' }],
    ['no times', { every: 'day', at: [] }],
    ['a 32nd', { every: 'month', on: 32, at: '09:00' }],
    ['two kinds at once', { every: 'day', at: '09:00', cron: '0 9 * * *' }],
    ['an impossible date', { cron: '0 9 31 2 *' }],
    ['seconds', { cron: '0 0 9 * * *' }],
  ])('%s is refused', (_, spec) => {
    expect(scheduleSpecSchema.safeParse(spec).success).toBe(false)
  })

  test('the refusal of a cron expression says why', () => {
    const result = scheduleSpecSchema.safeParse({ cron: '61 9 * * *' })
    expect(result.error?.issues.map(issue => issue.message)).toEqual(['61 is a invalid expression for minute'])
  })
})
