import { eachDate, type LocalDate } from '../../calendar/dates.ts'
import type { WorkCalendar } from '../../calendar/work-calendar.ts'
import { readDateRange } from '../../commands/arguments.ts'

/** As many dates as one command may change. */
const MOST_DAYS = 62

/** Reads dates and ranges, parted by spaces or commas: whole days only. Null when one of them is not understood. */
export function readDays(text: string, today: LocalDate): readonly LocalDate[] | null {
  const tokens = text.split(/[\s,，、]+/).filter(token => token !== '')
  const ranges = tokens.map(token => readDateRange(token, today))
  if (ranges.length === 0 || ranges.some(range => range === null || range.half !== undefined)) return null
  const days = new Set<LocalDate>()
  for (const range of ranges) {
    if (range === null) return null
    for (const date of eachDate(range.from, range.to)) {
      days.add(date)
      if (days.size > MOST_DAYS) return null
    }
  }
  return [...days].sort()
}

/** The calendar with these days off, worked, or as its usual week and the holidays have them. */
export function withDays(
  calendar: WorkCalendar,
  days: readonly LocalDate[],
  meaning: 'off' | 'on' | 'usual',
): WorkCalendar {
  const without = (dates: readonly LocalDate[]) => dates.filter(date => !days.includes(date))
  const daysOff = [...without(calendar.daysOff), ...(meaning === 'off' ? days : [])].sort()
  const daysOn = [...without(calendar.daysOn), ...(meaning === 'on' ? days : [])].sort()
  return { ...calendar, daysOff, daysOn }
}
