import { addDays, type LocalDate, later } from '../../calendar/dates.ts'
import { type Leave, onLeave } from '../../calendar/leave.ts'
import { type WorkCalendar, workdaysBetween } from '../../calendar/workdays.ts'

/** Somebody's own calendar and leave. */
export interface Presence {
  readonly calendar: WorkCalendar
  readonly leaves: readonly Leave[]
}

/** Nobody is away for longer without handing over. Days. */
export const FURTHEST = 120

/** Their workdays from `from` to `to`, both included, without those on which they are on leave. */
function daysThere({ calendar, leaves }: Presence, from: LocalDate, to: LocalDate): readonly LocalDate[] {
  return workdaysBetween(calendar, from, to, 'usual-week').filter(date => !onLeave(leaves, date))
}

/** The day on which they will have been there for so many workdays, from tomorrow on. */
export function dayAfter(presence: Presence, today: LocalDate, workdays: number): LocalDate {
  const days = daysThere(presence, addDays(today, 1), addDays(today, FURTHEST))
  return days[workdays - 1] ?? addDays(today, FURTHEST)
}

/** On how many workdays they have been there since it was due, today included; 0 up to the day itself. */
export function daysOver(presence: Presence, dueOn: LocalDate, today: LocalDate): number {
  if (today <= dueOn) return 0
  return daysThere(presence, later(addDays(dueOn, 1), addDays(today, -FURTHEST)), today).length
}

/** Whether an owner hears of it that day: when it is due, on the first and third workday after, and then each fifth. */
export function isReminderDay(presence: Presence, dueOn: LocalDate, today: LocalDate): boolean {
  if (today <= dueOn) return today === dueOn
  const over = daysOver(presence, dueOn, today)
  return over === 1 || over === 3 || (over > 0 && over % 5 === 0)
}
