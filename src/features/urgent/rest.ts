import { addDays } from '../../calendar/dates.ts'
import { isWorkday, type WorkCalendar } from '../../calendar/workdays.ts'
import { toInstant, toLocal, type Zone } from '../../calendar/zone.ts'
import { earliest } from '../nudges/budget.ts'
import { isWithin, nextBeginning, type QuietHours } from '../nudges/quiet-hours.ts'
import type { Days } from './matter.ts'

/** When a person is not to be called but for what is critical. Leave is another matter: who is on leave is not asked at all. */
export interface Rest {
  readonly zone: Zone
  /** The member's own, if they have one. */
  readonly calendar: WorkCalendar
  readonly hours: QuietHours | null
  /** Until when they asked to be left alone; null when they did not. */
  readonly quietUntil: Date | null
  /** On duty by name they work on these days, whatever their calendar says. */
  readonly duty: Days | null
}

/** Longer holidays than this, night by night, nobody has. */
const MOST_NIGHTS = 400

export function isResting(rest: Rest, at: Date): boolean {
  return endOfRest(rest, at) !== null
}

/** The first moment from `at` on at which they may be called; null for somebody who rests for the better part of a year. */
export function wakesAt(rest: Rest, at: Date): Date | null {
  let moment = at
  for (let hop = 0; hop < MOST_NIGHTS; hop++) {
    const end = endOfRest(rest, moment)
    if (end === null) return moment
    moment = end
  }
  return null
}

/** So many minutes of their waking time after `from`. */
export function afterWaking(rest: Rest, from: Date, minutes: number): Date {
  let left = minutes * 60_000
  let moment = from
  for (let hop = 0; hop < MOST_NIGHTS; hop++) {
    const awake = wakesAt(rest, moment)
    if (awake === null) break
    const begins = nextRest(rest, awake)
    const span = begins.getTime() - awake.getTime()
    if (span >= left) return new Date(awake.getTime() + left)
    left -= span
    moment = begins
  }
  // Somebody who hardly ever wakes must not hold up the others.
  return new Date(from.getTime() + minutes * 60_000)
}

/** When the rest in which they are may be over; null when they do not rest. */
function endOfRest({ zone, calendar, hours, quietUntil, duty }: Rest, at: Date): Date | null {
  const { date, time } = toLocal(at, zone)
  const isOnDuty = duty !== null && duty.from <= date && date <= duty.to
  if (!isOnDuty && !isWorkday(calendar, date, 'usual-week')) return toInstant(addDays(date, 1), '00:00', zone)
  if (quietUntil !== null && quietUntil > at) return quietUntil
  return hours !== null && isWithin(hours, time) ? nextBeginning({ from: hours.to, to: hours.from }, at, zone) : null
}

/** When somebody who is awake may rest next. */
function nextRest({ zone, hours }: Rest, at: Date): Date {
  const midnight = toInstant(addDays(toLocal(at, zone).date, 1), '00:00', zone)
  if (hours === null) return midnight
  return earliest(midnight, nextBeginning(hours, at, zone))
}
