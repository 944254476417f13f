import { addDays, eachDate, type LocalDate, type LocalTime } from '../../calendar/dates.ts'
import { type Leave, leaveOn, onLeave } from '../../calendar/leave.ts'
import { isWorkday, type WorkCalendar } from '../../calendar/workdays.ts'
import { toInstant, toLocal, type Zone } from '../../calendar/zone.ts'

/** When a newcomer works. */
export interface Days {
  readonly zone: Zone
  readonly calendar: WorkCalendar
  readonly leaves: readonly Leave[]
}

/** What comes in a first week, in order. */
export const steps = ['welcome', 'mid-week', 'end', 'over'] as const
export type Step = (typeof steps)[number]

const LENGTH = 5
const MIDDLE = 3
/** Who has not had five workdays in so many days is no newcomer any more. */
const LOOK_AHEAD = 60
/** Who comes later than this has their first day tomorrow. */
const LATEST_START: LocalTime = '14:00'
const MORNING: LocalTime = '09:30'
const AFTERNOON: LocalTime = '15:00'
const EVENING: LocalTime = '16:30'

/** The first five days on which a newcomer is at work, at least in part. */
function firstWeek(joinedAt: Date, { zone, calendar, leaves }: Days): readonly LocalDate[] {
  const { date, time } = toLocal(joinedAt, zone)
  const first = time < LATEST_START ? date : addDays(date, 1)
  return eachDate(first, addDays(first, LOOK_AHEAD))
    .filter(day => isWorkday(calendar, day, 'usual-week') && leaveOn(leaves, day) !== 'day')
    .take(LENGTH)
    .toArray()
}

/** When a step of the first week comes; null where there is no such week. */
export function momentOf(step: Step, joinedAt: Date, days: Days): Date | null {
  const week = firstWeek(joinedAt, days)
  switch (step) {
    case 'welcome':
      return nextMorning(joinedAt, days)
    case 'mid-week':
      return onDay(week[MIDDLE - 1], AFTERNOON, days)
    case 'end':
      return onDay(week[LENGTH - 1], EVENING, days)
    case 'over':
      return null
  }
}

/** The first morning after that moment on which they are at work. */
export function nextMorning(after: Date, days: Days): Date | null {
  return nextTime(after, MORNING, days)
}

/** The same hour on the next day on which they are at work. */
export function nextDay(after: Date, days: Days): Date | null {
  const tomorrow = toInstant(addDays(toLocal(after, days.zone).date, 1), '00:00', days.zone)
  return nextTime(tomorrow, toLocal(after, days.zone).time, days)
}

function nextTime(after: Date, time: LocalTime, { zone, calendar, leaves }: Days): Date | null {
  const today = toLocal(after, zone).date
  for (const day of eachDate(today, addDays(today, LOOK_AHEAD))) {
    const moment = toInstant(day, time, zone)
    if (moment > after && isWorkday(calendar, day, 'usual-week') && !onLeave(leaves, day, time)) return moment
  }
  return null
}

function onDay(date: LocalDate | undefined, time: LocalTime, { zone }: Days): Date | null {
  return date === undefined ? null : toInstant(date, time, zone)
}
