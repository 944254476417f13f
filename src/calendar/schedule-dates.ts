import { cronFallsOn, parseCron } from './cron.ts'
import { addDays, dayOfMonth, type LocalDate, type LocalTime, lastOfMonth, mondayOf, weekdayOf } from './dates.ts'
import { type Period, periodOf } from './periods.ts'
import type { PlainSpec, ScheduleSpec } from './schedule-spec.ts'
import type { WorkCalendar } from './work-calendar.ts'
import { firstWorkdayIn, isWorkday, lastWorkdayIn, lastWorkdayOfWeek, unknownYears } from './workdays.ts'

/** A spec made ready for asking: which dates, at which times (in order). */
export interface DateRule {
  readonly times: readonly LocalTime[]
  fallsOn(date: LocalDate): boolean
  /** False where the answer rests on a year whose holidays are not announced. */
  isConfirmed(date: LocalDate): boolean
}

/** Throws RangeError for a cron expression that the spec's schema would have refused. */
export function ruleOf(spec: ScheduleSpec, calendar: WorkCalendar): DateRule {
  if ('cron' in spec) return cronRule(spec.cron)
  return {
    times: [...new Set([spec.at].flat())].sort(),
    fallsOn: date => fallsOn(spec, calendar, date),
    isConfirmed: date => {
      const consulted = daysConsulted(spec, date)
      return consulted === null || unknownYears(calendar, consulted.from, consulted.to).length === 0
    },
  }
}

function cronRule(expression: string): DateRule {
  const parsed = parseCron(expression)
  if (!parsed.ok) throw new RangeError(`not a cron expression: ${parsed.reason.en}`)
  const { cron } = parsed
  return { times: cron.times, fallsOn: date => cronFallsOn(cron, date), isConfirmed: () => true }
}

function fallsOn(spec: PlainSpec, calendar: WorkCalendar, date: LocalDate): boolean {
  switch (spec.every) {
    case 'day':
      return true
    case 'workday':
      return isWorkday(calendar, date, 'usual-week')
    case 'week':
      return fallsOnWeekly(spec.on, calendar, date)
    case 'month':
      return fallsOnMonthly(spec.on, calendar, date)
    case 'quarter':
    case 'year':
      return fallsOnEdge(spec.on, calendar, date, periodOf(spec.every, date))
  }
}

type Weekly = Extract<PlainSpec, { every: 'week' }>['on']
type Monthly = Extract<PlainSpec, { every: 'month' }>['on']

const FRIDAY = 5

function fallsOnWeekly(on: Weekly, calendar: WorkCalendar, date: LocalDate): boolean {
  if (typeof on === 'number') return weekdayOf(date) === on
  if (!isWorkday(calendar, date, 'usual-week')) return false
  if (on === 'friday-or-last-workday') {
    if (weekdayOf(date) === FRIDAY) return true
    if (isWorkday(calendar, addDays(mondayOf(date), FRIDAY - 1), 'usual-week')) return false
  }
  return lastWorkdayOfWeek(calendar, date, 'usual-week') === date
}

function fallsOnMonthly(on: Monthly, calendar: WorkCalendar, date: LocalDate): boolean {
  if (typeof on === 'number') return dayOfMonth(date) === on
  if (on === 'last-day') return date === lastOfMonth(date)
  return fallsOnEdge(on, calendar, date, periodOf('month', date))
}

type Edge = Extract<PlainSpec, { every: 'quarter' | 'year' }>['on']

function fallsOnEdge(on: Edge, calendar: WorkCalendar, date: LocalDate, period: Period): boolean {
  if (!isWorkday(calendar, date, 'usual-week')) return false
  const find = on === 'first-workday' ? firstWorkdayIn : lastWorkdayIn
  return find(calendar, period, 'usual-week') === date
}

/** The days whose kind decides whether the schedule falls on `date`; null when none does. */
function daysConsulted(spec: PlainSpec, date: LocalDate): { from: LocalDate; to: LocalDate } | null {
  if (spec.every === 'day') return null
  if (spec.every === 'workday') return { from: date, to: date }
  if (typeof spec.on === 'number' || spec.on === 'last-day') return null
  return periodOf(spec.every, date)
}
