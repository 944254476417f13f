import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, DAY_MS } from '../../../src/calendar/dates.ts'
import { type WorkCalendar, workCalendarSchema } from '../../../src/calendar/workdays.ts'
import { toInstant } from '../../../src/calendar/zone.ts'
import { type Cadence, cadenceSchema } from '../../../src/features/forms/cadence.ts'
import { cadenceFault } from '../../../src/features/forms/cadence-faults.ts'
import { defaultForms } from '../../../src/features/forms/defaults.ts'
import { type Match, occurrenceFor, occurrenceOn, occurrencesBetween } from '../../../src/features/rounds/window.ts'

const shanghai = 'Asia/Shanghai'
const cn = workCalendarSchema.parse({ kind: 'cn' })
const monFri = workCalendarSchema.parse({ kind: 'mon-fri' })
const plan = timesOf('plan')
const report = timesOf('report')

function timesOf(key: string): Cadence {
  const form = defaultForms.get(key)
  if (!form) throw new Error(`there is no default form ${key}`)
  return form.cadence
}

/** "2026-11-20 09:15" in the zone. */
function at(moment: string, zone = shanghai): Date {
  return toInstant(moment.slice(0, 10), moment.slice(11), zone)
}

function told(match: Match): string {
  return match.kind === 'none' ? 'none' : `${match.kind} ${match.occurrence.date}#${match.occurrence.ordinal}`
}

function matchAt(cadence: Cadence, moment: string, calendar: WorkCalendar = cn, zone = shanghai): string {
  return told(occurrenceFor({ cadence }, zone, calendar, at(moment, zone)))
}

// 2026-11-20 is a Friday.
describe('a plan', () => {
  it.each([
    ['2026-11-20 08:29', 'early 2026-11-20#0'],
    ['2026-11-20 08:30', 'open 2026-11-20#0'],
    ['2026-11-20 09:15', 'open 2026-11-20#0'],
    ['2026-11-20 09:16', 'late 2026-11-20#0'],
    ['2026-11-20 16:59', 'late 2026-11-20#0'],
    ['2026-11-20 17:00', 'early 2026-11-23#0'],
    ['2026-11-20 23:59', 'early 2026-11-23#0'],
    ['2026-11-21 12:00', 'early 2026-11-23#0'],
    ['2026-11-23 00:00', 'early 2026-11-23#0'],
  ])('given at %s is %s', (moment, expected) => {
    expect(matchAt(plan, moment)).toBe(expected)
  })

  it('made before a holiday counts for the first workday after it', () => {
    expect(matchAt(plan, '2025-09-30 18:00')).toBe('early 2025-10-09#0')
  })

  it('is asked for on a make-up Saturday', () => {
    expect(matchAt(plan, '2025-10-11 09:00')).toBe('open 2025-10-11#0')
    expect(matchAt(plan, '2025-10-10 17:30')).toBe('early 2025-10-11#0')
  })

  it('is asked for on every second Saturday in 大小周', () => {
    const alternating = workCalendarSchema.parse({ kind: 'alternating', bigWeek: '2026-11-16' })
    expect(matchAt(plan, '2026-11-21 09:00', alternating)).toBe('open 2026-11-21#0')
    expect(matchAt(plan, '2026-11-28 09:00', alternating)).toBe('early 2026-11-30#0')
  })
})

describe('a report', () => {
  it.each([
    ['2026-11-20 08:29', 'late 2026-11-19#0'],
    ['2026-11-20 08:30', 'early 2026-11-20#0'],
    ['2026-11-20 16:59', 'early 2026-11-20#0'],
    ['2026-11-20 17:00', 'open 2026-11-20#0'],
    ['2026-11-20 19:00', 'open 2026-11-20#0'],
    ['2026-11-20 19:01', 'late 2026-11-20#0'],
    ['2026-11-21 00:30', 'late 2026-11-20#0'],
    ['2026-11-21 08:29', 'late 2026-11-20#0'],
    ['2026-11-21 08:30', 'none'],
    ['2026-11-22 20:00', 'none'],
    ['2026-11-23 08:00', 'early 2026-11-23#0'],
  ])('given at %s is %s', (moment, expected) => {
    expect(matchAt(report, moment)).toBe(expected)
  })

  it('that counts for nothing is told the rounds around it', () => {
    const match = occurrenceFor({ cadence: report }, shanghai, cn, at('2026-11-21 12:00'))
    expect(match).toMatchObject({ kind: 'none', previous: { date: '2026-11-20' }, next: { date: '2026-11-23' } })
  })

  it('is back-filled into the round of its day, if that day has one', () => {
    expect(occurrenceOn({ cadence: report }, shanghai, cn, '2026-11-18')).toEqual({
      date: '2026-11-18',
      ordinal: 0,
      opensAt: at('2026-11-18 17:00'),
      dueAt: at('2026-11-18 19:00'),
      closesAt: at('2026-11-19 08:30'),
    })
    expect(occurrenceOn({ cadence: report }, shanghai, cn, '2026-11-21')).toBeNull()
  })
})

describe('other rhythms', () => {
  it('tell several rounds of a day apart', () => {
    const cadence = cadenceSchema.parse({
      schedule: { every: 'workday', at: ['16:00', '10:00', '13:00'] },
      opens: { before: 60 },
      closes: { after: 120 },
      early: 'no',
    })
    expect(cadenceFault(cadence)).toBeNull()
    expect(matchAt(cadence, '2026-11-20 09:00')).toBe('open 2026-11-20#0')
    expect(matchAt(cadence, '2026-11-20 11:59')).toBe('late 2026-11-20#0')
    expect(matchAt(cadence, '2026-11-20 12:00')).toBe('open 2026-11-20#1')
    expect(matchAt(cadence, '2026-11-20 18:00')).toBe('none')
    expect(occurrenceOn({ cadence }, shanghai, cn, '2026-11-20', 2)?.dueAt).toEqual(at('2026-11-20 16:00'))
  })

  it('ask weekly, on Friday or the last workday of the week, until Monday noon', () => {
    const cadence = cadenceSchema.parse({
      schedule: { every: 'week', on: 'friday-or-last-workday', at: '17:00' },
      opens: { at: '14:00' },
      closes: { at: '12:00', daysLater: 3 },
    })
    expect(cadenceFault(cadence)).toBeNull()
    expect(matchAt(cadence, '2026-11-19 15:00')).toBe('none')
    expect(matchAt(cadence, '2026-11-20 10:00')).toBe('early 2026-11-20#0')
    expect(matchAt(cadence, '2026-11-23 11:59')).toBe('late 2026-11-20#0')
    expect(matchAt(cadence, '2026-11-23 12:00')).toBe('none')
  })

  it('open the day before when they are due soon after midnight', () => {
    const cadence = cadenceSchema.parse({
      schedule: { every: 'day', at: '01:00' },
      opens: { before: 180 },
      closes: { after: 60 },
      early: 'no',
    })
    expect(matchAt(cadence, '2026-11-20 21:59')).toBe('none')
    expect(matchAt(cadence, '2026-11-20 22:00')).toBe('open 2026-11-21#0')
  })

  it('keep one round where a holiday pushes two due days together', () => {
    // The week's last workday is Sunday the 1st, a day that is worked; the next week works on Monday alone.
    const calendar = workCalendarSchema.parse({
      kind: 'mon-fri',
      daysOn: ['2026-11-01'],
      daysOff: ['2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06'],
    })
    const cadence = cadenceSchema.parse({
      schedule: { every: 'week', on: 'last-workday', at: '17:00' },
      opens: { at: '14:00' },
      closes: { at: '12:00', daysLater: 3 },
    })
    const [first, second] = occurrencesBetween({ cadence }, shanghai, calendar, '2026-11-01', '2026-11-02')
    expect(first?.closesAt).toEqual(at('2026-11-02 14:00'))
    expect(second?.opensAt).toEqual(at('2026-11-02 14:00'))
    expect(matchAt(cadence, '2026-11-02 14:00', calendar)).toBe('open 2026-11-02#0')
  })

  it('keep wall time when the clocks change', () => {
    const cadence = cadenceSchema.parse({
      schedule: { every: 'day', at: '02:30' },
      opens: { at: '01:00' },
      closes: { at: '04:00' },
      early: 'no',
    })
    // New York loses 02:00–03:00 on 8 March 2026 and repeats 01:00–02:00 on 1 November.
    const [spring] = occurrencesBetween({ cadence }, 'America/New_York', monFri, '2026-03-08', '2026-03-08')
    expect(spring?.dueAt).toEqual(new Date('2026-03-08T07:00:00Z'))
    expect(spring?.closesAt).toEqual(new Date('2026-03-08T08:00:00Z'))
    const [autumn] = occurrencesBetween({ cadence }, 'America/New_York', monFri, '2026-11-01', '2026-11-01')
    expect(autumn?.opensAt).toEqual(new Date('2026-11-01T05:00:00Z'))
    expect(autumn?.dueAt).toEqual(new Date('2026-11-01T07:30:00Z'))
  })
})

const time = fc.integer({ min: 0, max: 1439 }).map(minutes => {
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
})
const times = fc.uniqueArray(time, { minLength: 1, maxLength: 4 })
const schedule = fc.oneof(
  fc.record({ every: fc.constantFrom('day' as const, 'workday' as const), at: times }),
  fc.record({
    every: fc.constant('week' as const),
    on: fc.constantFrom(1 as const, 5 as const, 'last-workday' as const),
    at: times,
  }),
  fc.record({ every: fc.constant('month' as const), on: fc.constantFrom(31, 'last-workday' as const), at: times }),
)
const anyCadence: fc.Arbitrary<Cadence> = fc.record({
  schedule,
  opens: fc.oneof(fc.record({ at: time }), fc.record({ before: fc.integer({ min: 0, max: 3000 }) })),
  closes: fc.oneof(
    fc.record({ at: time, daysLater: fc.integer({ min: 0, max: 3 }) }),
    fc.record({ after: fc.integer({ min: 0, max: 3000 }) }),
  ),
  early: fc.constantFrom('no' as const, 'same-day' as const, 'from-last-close' as const),
})
const sound = anyCadence.filter(cadence => cadenceFault(cadence) === null)
const zones = fc.constantFrom(
  'Asia/Shanghai',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Africa/Cairo',
)
const calendars = fc.constantFrom(
  cn,
  monFri,
  workCalendarSchema.parse({ kind: 'single-rest', restDay: 3, cnHolidays: true }),
  workCalendarSchema.parse({ kind: 'alternating', bigWeek: '2026-01-05', cnHolidays: true }),
)
const dates = fc.integer({ min: 0, max: 700 }).map(days => addDays('2025-01-10', days))

describe('whatever the cadence, the zone and the calendar', () => {
  it('windows are in order and never overlap', () => {
    fc.assert(
      fc.property(sound, zones, calendars, dates, (cadence, zone, calendar, from) => {
        const all = occurrencesBetween({ cadence }, zone, calendar, from, addDays(from, 40))
        for (const [index, { opensAt, dueAt, closesAt }] of all.entries()) {
          expect(opensAt <= dueAt && dueAt <= closesAt).toBe(true)
          const next = all[index + 1]
          if (next) expect(closesAt <= next.opensAt).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('a moment counts for the one round whose window it is in, and for an early one only outside every window', () => {
    fc.assert(
      fc.property(
        sound,
        zones,
        calendars,
        dates,
        fc.integer({ min: 0, max: DAY_MS }),
        (cadence, zone, calendar, date, ms) => {
          const now = new Date(toInstant(date, '00:00', zone).getTime() + ms)
          const around = occurrencesBetween({ cadence }, zone, calendar, addDays(date, -6), addDays(date, 6))
          const holding = around.filter(({ opensAt, closesAt }) => opensAt <= now && now < closesAt)
          const match = occurrenceFor({ cadence }, zone, calendar, now)
          if (match.kind === 'open' || match.kind === 'late') expect(holding).toEqual([match.occurrence])
          else expect(holding).toEqual([])
          if (match.kind === 'open') expect(now <= match.occurrence.dueAt).toBe(true)
          if (match.kind === 'late') expect(now > match.occurrence.dueAt).toBe(true)
          if (match.kind === 'early') expect(now < match.occurrence.opensAt).toBe(true)
        },
      ),
      { numRuns: 150 },
    )
  })
})
