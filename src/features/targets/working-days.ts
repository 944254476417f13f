import type { LocalDate } from '../../calendar/dates.ts'
import { type Leave, leaveOn } from '../../calendar/leave.ts'
import { type WorkCalendar, workdaysBetween } from '../../calendar/workdays.ts'

/** Whose days: the team's as a whole, or a member's, who was not there before they joined and is away on leave. */
export interface Worker {
  readonly calendar: WorkCalendar
  readonly joinedOn?: LocalDate
  readonly leaves?: readonly Leave[]
}

/** A day on which somebody works, whole or half. */
export interface WorkingDay {
  readonly date: LocalDate
  readonly part: 1 | 0.5
}

/** Make-up days count, days taken off whole do not; in years not announced the usual week holds. */
export function workingDays(worker: Worker, from: LocalDate, to: LocalDate): readonly WorkingDay[] {
  const { calendar, joinedOn = from, leaves = [] } = worker
  return workdaysBetween(calendar, from < joinedOn ? joinedOn : from, to, 'usual-week').flatMap(
    (date): WorkingDay[] => {
      const taken = leaveOn(leaves, date)
      return taken === 'day' ? [] : [{ date, part: taken === null ? 1 : 0.5 }]
    },
  )
}

/** How many days that makes, halves counted as such. */
export function countDays(days: readonly WorkingDay[]): number {
  return days.reduce((sum, { part }) => sum + part, 0)
}
