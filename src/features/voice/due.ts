import { addDays, type LocalDate } from '../../calendar/dates.ts'
import { type WorkCalendar, workdaysBetween } from '../../calendar/workdays.ts'

/** How much waits, and since which day the oldest of it. */
export interface Waiting {
  readonly threads: number
  readonly since: LocalDate
}

/** Whether what waits goes to the managers: enough of it hides each among the others, and nobody waits for ever. */
export function isReleased(
  { threads, since }: Waiting,
  today: LocalDate,
  { batch, longestDays }: { readonly batch: number; readonly longestDays: number },
): boolean {
  return threads >= batch || (threads > 0 && addDays(since, longestDays) <= today)
}

/** Whether managers are reminded of a thread: when the days have passed, and each time that they have passed again. */
export function isOverdue(
  { owedSince, remindedOn }: { readonly owedSince: LocalDate; readonly remindedOn: LocalDate | null },
  today: LocalDate,
  calendar: WorkCalendar,
  answerDays: number,
): boolean {
  const since = remindedOn ?? owedSince
  return workdaysBetween(calendar, addDays(since, 1), today, 'usual-week').length >= answerDays
}
