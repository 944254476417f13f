import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextSlot, type ScheduleSpec, slotsBetween } from '../../src/calendar/schedule.ts'
import { parseSchedule } from '../../src/calendar/schedule-parse.ts'
import { explainSchedule } from '../../src/calendar/schedule-words.ts'
import { timeOf } from '../../src/calendar/zone.ts'
import { bigAndSmall, cn, monFri, restsOnTuesday } from './calendars.ts'

const times = fc.integer({ min: 0, max: 1439 }).map(timeOf)
const at = fc.oneof(times, fc.array(times, { minLength: 1, maxLength: 4 }))
const weekdays = fc.constantFrom(1, 2, 3, 4, 5, 6, 7)

const plainSpecs: fc.Arbitrary<ScheduleSpec> = fc.oneof(
  fc.record({ every: fc.constantFrom('day', 'workday'), at }),
  fc.record({
    every: fc.constant('week'),
    on: fc.oneof(weekdays, fc.constantFrom('last-workday', 'friday-or-last-workday')),
    at,
  }),
  fc.record({
    every: fc.constant('month'),
    on: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constantFrom('first-workday', 'last-workday', 'last-day')),
    at,
  }),
  fc.record({
    every: fc.constantFrom('quarter', 'year'),
    on: fc.constantFrom('first-workday', 'last-workday'),
    at,
  }),
)

const cronSpecs = fc
  .tuple(
    fc.constantFrom('0', '*/20', '15,45'),
    fc.constantFrom('*', '2', '0-3', '23'),
    fc.constantFrom('*', 'L', '*/4', '15W'),
    fc.constantFrom('*', '1-5', '5L'),
  )
  .map(([minute, hour, day, weekday]): ScheduleSpec => ({ cron: `${minute} ${hour} ${day} * ${weekday}` }))

const specs = fc.oneof({ weight: 3, arbitrary: plainSpecs }, { weight: 1, arbitrary: cronSpecs })
const calendars = fc.constantFrom(cn, monFri, bigAndSmall, restsOnTuesday)
const zones = fc.oneof(
  fc.constantFrom('America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo', 'Africa/Casablanca', 'America/Nuuk'),
  fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
)

/** Three instants in order, up to some weeks apart, at any millisecond of 2024 to 2028. */
const windows = fc
  .tuple(
    fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2028, 9, 1) }),
    fc.integer({ min: 0, max: 40 * 86_400_000 }),
    fc.integer({ min: 0, max: 40 * 86_400_000 }),
  )
  .map(([a, b, c]) => [new Date(a), new Date(a + b), new Date(a + b + c)] as const)

describe('slots hold their laws for any spec, zone, calendar and window', () => {
  test('a window is the sum of its parts: nothing twice, nothing lost', () => {
    fc.assert(
      fc.property(specs, zones, calendars, windows, (spec, zone, calendar, [a, b, c]) => {
        const whole = slotsBetween(spec, zone, calendar, a, c)
        const parts = [...slotsBetween(spec, zone, calendar, a, b), ...slotsBetween(spec, zone, calendar, b, c)]
        expect(parts).toEqual(whole)
      }),
      { numRuns: 500 },
    )
  })

  test('a window cut at one of its own slots is the sum of its parts too', () => {
    fc.assert(
      fc.property(specs, zones, calendars, windows, fc.nat(), (spec, zone, calendar, [a, , c], pick) => {
        const whole = slotsBetween(spec, zone, calendar, a, c)
        const cut = whole[pick % Math.max(1, whole.length)]?.at ?? a
        const parts = [...slotsBetween(spec, zone, calendar, a, cut), ...slotsBetween(spec, zone, calendar, cut, c)]
        expect(parts).toEqual(whole)
      }),
      { numRuns: 300 },
    )
  })

  test('they are ever later, inside the window, and walking from next to next finds the same', () => {
    fc.assert(
      fc.property(specs, zones, calendars, windows, (spec, zone, calendar, [a, b]) => {
        let last = a
        for (const slot of slotsBetween(spec, zone, calendar, a, b)) {
          expect(nextSlot(spec, zone, calendar, last)).toEqual(slot)
          expect(slot.at > last && slot.at <= b).toBe(true)
          last = slot.at
        }
        const beyond = nextSlot(spec, zone, calendar, last)
        expect(beyond === null || beyond.at > b).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})

test('what is explained in either language is read back as the same schedule', () => {
  const place = { zone: 'Asia/Shanghai', calendar: cn }
  const readable = fc.oneof(plainSpecs, fc.constant<ScheduleSpec>({ cron: '*/20 9-17 * * MON-FRI' }))
  const readAs = (spec: ScheduleSpec): ScheduleSpec => {
    if ('cron' in spec) return spec
    const [first = '', ...others] = [spec.at].flat()
    return { ...spec, at: others.length === 0 ? first : [first, ...others] }
  }
  fc.assert(
    fc.property(readable, fc.constantFrom('zh', 'en'), (spec, lang) => {
      const result = parseSchedule(explainSchedule(spec, lang), place, new Date('2026-11-21T00:00:00Z'))
      expect(result.ok && result.spec).toEqual(readAs(spec))
    }),
  )
})
