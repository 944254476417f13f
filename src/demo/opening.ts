import { addDays } from '../calendar/dates.ts'
import { nextWorkday, type WorkCalendar } from '../calendar/workdays.ts'
import { toInstant, toLocal, type Zone } from '../calendar/zone.ts'

/** Shortly before the first plans are asked for. */
const OPENING = '08:50'

/**
 * When the demo begins: the morning of a workday, today's or the next one's, so that whoever comes at night or on a Sunday
 * finds a team with its day before it. Never in the past, because the clock only moves forward.
 */
export function openingOf({ zone, calendar }: { zone: Zone; calendar: WorkCalendar }, now: Date): Date {
  const { date, time } = toLocal(now, zone)
  const last = time <= OPENING ? addDays(date, -1) : date
  const day = nextWorkday(calendar, last, 'usual-week')
  return day === null ? now : toInstant(day, OPENING, zone)
}
