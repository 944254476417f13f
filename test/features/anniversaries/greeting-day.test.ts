import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, eachDate, type LocalDate, yearOf } from '../../../src/calendar/dates.ts'
import { isWorkday, nextWorkday, type WorkCalendar, workCalendarSchema } from '../../../src/calendar/workdays.ts'
import { dueOn, inYear } from '../../../src/features/anniversaries/greeting-day.ts'
import { greetingsOn, type OwnDays } from '../../../src/features/anniversaries/own-days.ts'

const cn = workCalendarSchema.parse({ kind: 'cn' })
const longAgo = '2020-01-01'

/** The first of these days on which it is greeted, and what it is about. */
function greeted(day: string, from: LocalDate, to: LocalDate, calendar = cn): string | null {
  const yearly = { day, since: longAgo, greetedYear: null }
  const on = eachDate(from, to).find(date => dueOn(yearly, date, calendar) !== null)
  return on === undefined ? null : `${on} for ${dueOn(yearly, on, calendar)}`
}

describe('a day of the year', () => {
  test.each([
    ['02-29', 2028, '2028-02-29'],
    ['02-29', 2026, '2026-02-28'],
    ['02-29', 2100, '2100-02-28'],
    ['12-31', 2026, '2026-12-31'],
  ])('%s in %d is %s', (day, year, date) => {
    expect(inYear(day, year)).toBe(date)
  })
})

describe('is greeted', () => {
  test.each([
    ['on the day itself if it is a workday', '11-20', '2026-11-20', '2026-11-20 for 2026-11-20'],
    ['on Monday if it is a Saturday', '11-21', '2026-11-21', '2026-11-23 for 2026-11-21'],
    ['on a Saturday that is made up for', '10-10', '2026-10-09', '2026-10-10 for 2026-10-10'],
    ['after the holiday that it falls into', '10-01', '2026-10-01', '2026-10-08 for 2026-10-01'],
    ['in the new year for the last day of the old one', '12-31', '2028-12-30', '2029-01-02 for 2028-12-31'],
    ['on 28 February in a common year', '02-29', '2026-02-26', '2026-02-28 for 2026-02-28'],
  ])('%s', (_, day, from, expected) => {
    expect(greeted(day, from, addDays(from, 20))).toBe(expected)
  })

  test('not for a day that had gone by when it was given', () => {
    const yearly = { day: '11-21', since: '2026-11-22', greetedYear: null }
    expect(dueOn(yearly, '2026-11-23', cn)).toBeNull()
    expect(dueOn({ ...yearly, since: '2026-11-21' }, '2026-11-23', cn)).toBe('2026-11-21')
  })

  test('a few days late when nobody was there on the day, and never weeks late', () => {
    const yearly = { day: '11-17', since: longAgo, greetedYear: null }
    const days = eachDate('2026-11-17', '2026-12-31').filter(date => dueOn(yearly, date, cn) !== null)
    expect(days.toArray()).toEqual(['2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'])
  })
})

/** Any calendar: whatever its week, with days off and days made up for at random, and whole weeks off. */
const aDate = fc.nat(3 * 365).map(days => addDays('2026-01-01', days))
const aCalendar: fc.Arbitrary<WorkCalendar> = fc
  .record({
    week: fc.constantFrom(
      { kind: 'cn' as const },
      { kind: 'mon-fri' as const },
      { kind: 'single-rest' as const, restDay: 3 as const },
      { kind: 'alternating' as const, bigWeek: '2026-01-05' },
    ),
    off: fc.array(aDate, { maxLength: 40 }),
    weeksOff: fc.array(aDate, { maxLength: 3 }),
    daysOn: fc.array(aDate, { maxLength: 40 }),
  })
  .map(({ week, off, weeksOff, daysOn }) => {
    const daysOff = [...off, ...weeksOff.flatMap(date => eachDate(date, addDays(date, 20)).toArray())]
    return workCalendarSchema.parse({ ...week, daysOn, daysOff: daysOff.filter(date => !daysOn.includes(date)) })
  })

const aDay = fc.oneof(
  aDate.map(date => date.slice(5)),
  fc.constantFrom('02-29', '12-31', '01-01', '10-01'),
)

test('everybody who agreed is greeted once for each year, on the first workday from their day on, by any calendar', () => {
  const people = fc.array(fc.record({ birthday: aDay, started: fc.option(aDate) }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(aCalendar, people, (calendar, all) => {
      let kept = all.map(({ birthday, started }, n) => daysOf(`m${n}`, birthday, started))
      const heard: { memberId: string; kind: string; date: LocalDate; on: LocalDate }[] = []
      for (const on of eachDate('2026-01-01', '2029-03-31').filter(date => isWorkday(calendar, date, 'usual-week'))) {
        for (const { memberId, kind, date } of greetingsOn(kept, on, calendar)) {
          heard.push({ memberId, kind, date, on })
          const year = yearOf(date)
          const change = kind === 'birthday' ? { birthdayYear: year } : { startedYear: year }
          kept = kept.map(days => (days.memberId === memberId ? { ...days, ...change } : days))
        }
      }
      for (const { memberId, birthday, startedOn } of kept) {
        for (const year of [2026, 2027, 2028]) {
          const its = (kind: string) =>
            heard.filter(it => it.memberId === memberId && it.kind === kind && yearOf(it.date) === year)
          expect(its('birthday').map(({ on }) => on)).toEqual([workdayFrom(calendar, inYear(birthday ?? '', year))])
          if (startedOn === null) continue
          const expected = year > yearOf(startedOn) ? [workdayFrom(calendar, inYear(startedOn.slice(5), year))] : []
          expect(its('start').map(({ on }) => on)).toEqual(expected)
        }
      }
    }),
    { numRuns: 40 },
  )
}, 120_000)

function daysOf(memberId: string, birthday: string, startedOn: LocalDate | null): OwnDays {
  return {
    ...{ memberId, teamId: 't', birthday, birthdaySince: longAgo, birthdayYear: null },
    ...{ startedOn, startedSince: longAgo, startedYear: null, startState: 'agreed', startDeclined: false },
  }
}

function workdayFrom(calendar: WorkCalendar, date: LocalDate): LocalDate | null {
  return isWorkday(calendar, date, 'usual-week') ? date : nextWorkday(calendar, date, 'usual-week')
}
