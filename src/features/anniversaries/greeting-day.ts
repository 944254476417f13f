import { addDays, daysBetween, isLocalDate, type LocalDate, yearOf } from '../../calendar/dates.ts'
import { isWorkday, previousWorkday, type WorkCalendar } from '../../calendar/workdays.ts'

/** Which day of a year, `MM-DD`. */
export type MonthDay = string

/** On which date it falls in a year: 29 February is the 28th where there is none. */
export function inYear(day: MonthDay, year: number): LocalDate {
  const date = `${String(year).padStart(4, '0')}-${day}`
  return isLocalDate(date) ? date : `${date.slice(0, 5)}02-28`
}

/** A day to be greeted, and what was greeted of it before. */
export interface Yearly {
  readonly day: MonthDay
  /** What lay before this date is not greeted any more: nobody had asked for it then. */
  readonly since: LocalDate
  /** The last year of which it was greeted; null for none. */
  readonly greetedYear: number | null
}

/** For so many days back a greeting is made up for, when nobody was there to say it: over a weekend, and not weeks later. */
const MADE_UP_DAYS = 4

/**
 * The date that is to be greeted on a workday: that day itself or one of the days off before it, or one that was missed a
 * few days ago. Null when there is none, or it was greeted already.
 */
export function dueOn(yearly: Yearly, workday: LocalDate, calendar: WorkCalendar): LocalDate | null {
  if (!isWorkday(calendar, workday, 'usual-week')) return null
  const from = earliestOn(workday, calendar)
  // The days since the last workday may begin in the year before.
  const years = [yearOf(from), yearOf(workday)]
  return years.map(year => inYear(yearly.day, year)).find(date => isDue(yearly, date, from, workday)) ?? null
}

function isDue({ since, greetedYear }: Yearly, date: LocalDate, from: LocalDate, workday: LocalDate): boolean {
  if (date < from || date > workday || date < since) return false
  return greetedYear === null || yearOf(date) > greetedYear
}

function earliestOn(workday: LocalDate, calendar: WorkCalendar): LocalDate {
  // Where a whole year had no workday, the days off before this one are all of them.
  const before = previousWorkday(calendar, workday, 'usual-week') ?? addDays(workday, -366)
  return addDays(workday, -Math.max(daysBetween(before, workday) - 1, MADE_UP_DAYS))
}
