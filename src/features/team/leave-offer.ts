import { daysBetween, type LocalDate } from '../../calendar/dates.ts'
import { type Leave, leaveOn } from '../../calendar/leave.ts'
import { type WorkCalendar, workdaysBetween } from '../../calendar/workdays.ts'
import { toLocal, type Zone } from '../../calendar/zone.ts'

const HALF_DAY_MS = 12 * 3_600_000

/** A status that says longer is no holiday. */
const LONGEST_DAYS = 180

/** The last day on which somebody is away until that moment: who is back by noon works that day. */
export function lastDayAway(until: Date, zone: Zone): LocalDate {
  return toLocal(new Date(until.getTime() - HALF_DAY_MS), zone).date
}

/** The leave to offer: from the first to the last workday from today on that no leave covers yet; null for none. */
export function leaveToOffer(away: {
  readonly today: LocalDate
  readonly last: LocalDate
  readonly calendar: WorkCalendar
  readonly leaves: readonly Leave[]
}): Leave | null {
  const { today, last, calendar, leaves } = away
  if (last < today || daysBetween(today, last) > LONGEST_DAYS) return null
  const open = workdaysBetween(calendar, today, last, 'usual-week').filter(date => leaveOn(leaves, date) !== 'day')
  const [from] = open
  const to = open.at(-1)
  return from !== undefined && to !== undefined ? { from, to } : null
}

/** How a button carries the days. */
export function daysOfOffer({ from, to }: Leave): string {
  return `${from}~${to}`
}

/** The same days without those gone by when the offer is taken; those that are all gone stay as they are. */
export function stillAhead(leave: Leave, today: LocalDate): Leave {
  return leave.to < today || leave.from >= today ? leave : { ...leave, from: today }
}
