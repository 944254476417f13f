import { addDays, eachDate, type LocalDate, type LocalTime } from '../../calendar/dates.ts'
import { type Leave, leaveOn, onLeave } from '../../calendar/leave.ts'
import { halfway, type WorkTime } from '../../calendar/work-time.ts'
import { isWorkday } from '../../calendar/workdays.ts'
import { toInstant, toLocal } from '../../calendar/zone.ts'

/** What is asked about, from when to when. */
export interface Asking {
  readonly important: boolean
  readonly since: Date
  readonly until: Date
}

/** The days of whoever is asked. */
export interface Days extends WorkTime {
  readonly leaves: readonly Leave[]
  readonly askAt: LocalTime
}

/** Where they are away at the usual time, but not in the other half of the day. */
const BEFORE_NOON: LocalTime = '10:00'
const AFTER_NOON: LocalTime = '14:00'

/**
 * When somebody who has not read it is asked next, after that moment: of what is important on every workday morning from the
 * next one on, of anything else after half of the time and on the last workday morning. Whoever is away then is asked when
 * they are back. Null when they are not asked any more before it ends.
 */
export function nextAsk(asking: Asking, days: Days, after: Date): Date | null {
  const steps = asking.important ? [...mornings(asking, days)] : twice(asking, days)
  const moments = steps.map(step => whenThere(step, asking.until, days)).filter(moment => moment !== null)
  const left = moments.filter(moment => moment > after && moment < asking.until)
  return left.length === 0 ? null : new Date(Math.min(...left.map(moment => moment.getTime())))
}

/** The next morning on which they can be asked again: the one before was not theirs to be asked on. */
export function nextMorning(asking: Asking, days: Days, after: Date): Date | null {
  return nextAsk({ ...asking, important: true, since: after }, days, after)
}

/** The mornings of all days after the first one, whether they are workdays or not. */
function* mornings({ since, until }: Asking, { zone, askAt }: Days): Generator<Date> {
  const first = addDays(toLocal(since, zone).date, 1)
  for (const date of eachDate(first, toLocal(until, zone).date)) yield toInstant(date, askAt, zone)
}

/** Asked twice on one day is once too often. */
function twice({ since, until }: Asking, days: Days): readonly Date[] {
  const half = halfway(since, until, days)
  const last = lastMorning(since, until, days)
  if (half === null || last === null) return [half, last].filter(step => step !== null)
  const isSameDay = toLocal(half, days.zone).date === toLocal(last, days.zone).date
  return isSameDay ? [last] : [half, last]
}

function lastMorning(since: Date, until: Date, { zone, calendar, askAt }: Days): Date | null {
  const first = toLocal(since, zone).date
  for (let date = toLocal(until, zone).date; date >= first; date = addDays(date, -1)) {
    const morning = toInstant(date, askAt, zone)
    if (morning > since && morning < until && isWorkday(calendar, date, 'usual-week')) return morning
  }
  return null
}

/** That moment, or the first one afterwards at which they are at work. */
function whenThere(moment: Date, until: Date, days: Days): Date | null {
  const { zone, leaves } = days
  const { date, time } = toLocal(moment, zone)
  if (worksOn(date, days) && !onLeave(leaves, date, time)) return moment
  const isFreeMorning = leaveOn(leaves, date) === 'am' && time < AFTER_NOON
  if (worksOn(date, days) && isFreeMorning) return toInstant(date, AFTER_NOON, zone)
  const last = toLocal(until, zone).date
  if (date >= last) return null
  for (const back of eachDate(addDays(date, 1), last)) if (worksOn(back, days)) return beginning(back, days)
  return null
}

function worksOn(date: LocalDate, { calendar, leaves }: Days): boolean {
  return isWorkday(calendar, date, 'usual-week') && leaveOn(leaves, date) !== 'day'
}

function beginning(date: LocalDate, { zone, leaves, askAt }: Days): Date {
  const isThere = !onLeave(leaves, date, askAt)
  return toInstant(date, isThere ? askAt : leaveOn(leaves, date) === 'am' ? AFTER_NOON : BEFORE_NOON, zone)
}
