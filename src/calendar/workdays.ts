import {
  addDays,
  dateOf,
  daysBetween,
  eachDate,
  type LocalDate,
  mondayOf,
  monthOf,
  weekdayOf,
  yearOf,
} from './dates.ts'
import { holidayOf, isStatutoryHoliday, isYearKnown } from './holidays.ts'
import type { Period } from './periods.ts'
import type { WorkCalendar } from './work-calendar.ts'

export { type WorkCalendar, workCalendarSchema } from './work-calendar.ts'

/** What a calendar says of a date, and why. */
export type DayKind =
  | { work: true; reason: 'weekday' | 'custom' }
  | { work: true; reason: 'make-up'; name: string }
  | { work: false; reason: 'weekend' | 'custom' }
  | { work: false; reason: 'holiday'; name: string }
  | { work: 'unknown'; reason: 'unknown-year' }

/**
 * What to do in a year whose holidays are not announced: go by the calendar's usual week less the days that the law itself
 * gives off, to be shown as unconfirmed (未确认), or take no such day for a workday. Every question that needs a yes or no
 * must say which.
 */
export type Fallback = 'usual-week' | 'not-a-workday'

export function dayOf(calendar: WorkCalendar, date: LocalDate): DayKind {
  if (calendar.daysOn.includes(date)) return { work: true, reason: 'custom' }
  if (calendar.daysOff.includes(date)) return { work: false, reason: 'custom' }
  if (followsHolidays(calendar)) {
    const holiday = holidayOf(date, calendar.official)
    if (holiday?.work === false) return { work: false, reason: 'holiday', name: holiday.name }
    if (holiday) return { work: true, reason: 'make-up', name: holiday.name }
    if (!isYearKnown(yearOf(date), calendar.official)) return { work: 'unknown', reason: 'unknown-year' }
  }
  return inUsualWeek(calendar, date) ? { work: true, reason: 'weekday' } : { work: false, reason: 'weekend' }
}

export function isWorkday(calendar: WorkCalendar, date: LocalDate, fallback: Fallback): boolean {
  const { work } = dayOf(calendar, date)
  if (work !== 'unknown') return work
  return fallback === 'usual-week' && inUsualWeek(calendar, date) && !isStatutoryHoliday(date)
}

/** The years that dates in [from, to] need and nobody has announced to this calendar. */
export function unknownYears(calendar: WorkCalendar, from: LocalDate, to: LocalDate): readonly number[] {
  if (!followsHolidays(calendar)) return []
  const years: number[] = []
  for (let year = yearOf(from); year <= yearOf(to); year++) {
    if (!isYearKnown(year, calendar.official)) years.push(year)
  }
  return years
}

/** The first workday after `date`; null when there is none within a year. */
export function nextWorkday(calendar: WorkCalendar, date: LocalDate, fallback: Fallback): LocalDate | null {
  return seek(calendar, addDays(date, 1), addDays(date, 366), fallback)
}

/** The last workday before `date`; null when there is none within a year. */
export function previousWorkday(calendar: WorkCalendar, date: LocalDate, fallback: Fallback): LocalDate | null {
  return seek(calendar, addDays(date, -1), addDays(date, -366), fallback)
}

/** The workdays from `from` to `to`, both included. */
export function workdaysBetween(
  calendar: WorkCalendar,
  from: LocalDate,
  to: LocalDate,
  fallback: Fallback,
): readonly LocalDate[] {
  return eachDate(from, to)
    .filter(date => isWorkday(calendar, date, fallback))
    .toArray()
}

/** The last workday of the Monday-to-Sunday week of `date`; null for a week that has none. */
export function lastWorkdayOfWeek(calendar: WorkCalendar, date: LocalDate, fallback: Fallback): LocalDate | null {
  const monday = mondayOf(date)
  return seek(calendar, addDays(monday, 6), monday, fallback)
}

export function firstWorkdayIn(calendar: WorkCalendar, { from, to }: Period, fallback: Fallback): LocalDate | null {
  return seek(calendar, from, to, fallback)
}

export function lastWorkdayIn(calendar: WorkCalendar, { from, to }: Period, fallback: Fallback): LocalDate | null {
  return seek(calendar, to, from, fallback)
}

/** A year that somebody must import now: this one, or from 1 December on the next one. Null when all is known. */
export function calendarAlarm(calendar: WorkCalendar, today: LocalDate): { year: number } | null {
  const lastNeeded = monthOf(today) === 12 ? dateOf(yearOf(today) + 1, 1, 1) : today
  const [year] = unknownYears(calendar, today, lastNeeded)
  return year === undefined ? null : { year }
}

/** Walks from `from` towards `to`, both included, in whichever direction that is. */
function seek(calendar: WorkCalendar, from: LocalDate, to: LocalDate, fallback: Fallback): LocalDate | null {
  const distance = daysBetween(from, to)
  const step = Math.sign(distance)
  for (let walked = 0; walked <= Math.abs(distance); walked++) {
    const date = addDays(from, walked * step)
    if (isWorkday(calendar, date, fallback)) return date
  }
  return null
}

function followsHolidays(calendar: WorkCalendar): boolean {
  return calendar.kind === 'cn' || calendar.cnHolidays
}

function inUsualWeek(calendar: WorkCalendar, date: LocalDate): boolean {
  const weekday = weekdayOf(date)
  switch (calendar.kind) {
    case 'cn':
    case 'mon-fri':
      return weekday <= 5
    case 'alternating':
      return weekday <= (isBigWeek(calendar.bigWeek, date) ? 6 : 5)
    case 'single-rest':
      return weekday !== calendar.restDay
  }
}

function isBigWeek(bigWeek: LocalDate, date: LocalDate): boolean {
  return daysBetween(mondayOf(bigWeek), mondayOf(date)) % 14 === 0
}
