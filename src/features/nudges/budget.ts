import { addDays, type LocalDate } from '../../calendar/dates.ts'
import { type Leave, leaveOn, onLeave } from '../../calendar/leave.ts'
import { type DayKind, dayOf, isWorkday, type WorkCalendar } from '../../calendar/workdays.ts'
import { toInstant, toLocal, type Zone } from '../../calendar/zone.ts'
import { isWithin, nextBeginning, type QuietHours } from './quiet-hours.ts'

/** What a person's manners towards us and ours towards them depend on. */
export interface Situation {
  /** When it would be said. */
  readonly now: Date
  readonly zone: Zone
  /** The member's own, if they have one. */
  readonly calendar: WorkCalendar
  readonly leaves: readonly Leave[]
  readonly hours: QuietHours | null
  /** Until when the person asked to be left alone; null when they did not. */
  readonly quietUntil: Date | null
  /** How often they were spoken to unasked today, by anybody. */
  readonly spent: number
  readonly perDay: number
}

/** Why we hold our tongue. */
export type Held =
  | { readonly kind: 'answered' }
  | { readonly kind: 'not-a-workday'; readonly date: LocalDate; readonly day: DayKind }
  | { readonly kind: 'on-leave'; readonly part: 'day' | 'am' | 'pm' }
  | { readonly kind: 'asked-for-quiet'; readonly until: Date }
  | { readonly kind: 'quiet-hours'; readonly hours: QuietHours }
  | { readonly kind: 'budget'; readonly spent: number }
  /** Others are in turn first: half of a team at a time. */
  | { readonly kind: 'in-turn' }
  /** The team wants such nudges no more. */
  | { readonly kind: 'retired' }

/** `until`: from that moment on it might break a rule, so it must not be said any more. */
export type Decision = { readonly say: true; readonly until: Date } | { readonly say: false; readonly held: Held }

/** Whether a person may be spoken to unasked. The first rule against it is the reason. */
export function decide(situation: Situation): Decision {
  const held = objection(situation)
  return held ? { say: false, held } : { say: true, until: endOf(situation) }
}

function objection({ now, zone, calendar, leaves, hours, quietUntil, spent, perDay }: Situation): Held | null {
  const { date, time } = toLocal(now, zone)
  if (!isWorkday(calendar, date, 'usual-week')) return { kind: 'not-a-workday', date, day: dayOf(calendar, date) }
  if (onLeave(leaves, date, time)) return { kind: 'on-leave', part: leaveOn(leaves, date) ?? 'day' }
  if (quietUntil && quietUntil > now) return { kind: 'asked-for-quiet', until: quietUntil }
  if (hours && isWithin(hours, time)) return { kind: 'quiet-hours', hours }
  return spent >= perDay ? { kind: 'budget', spent } : null
}

/** The day's budget and calendar hold till midnight, a free afternoon begins at noon. */
function endOf({ now, zone, leaves, hours }: Situation): Date {
  const { date } = toLocal(now, zone)
  const ends = [toInstant(addDays(date, 1), '00:00', zone)]
  if (leaveOn(leaves, date) === 'pm') ends.push(toInstant(date, '12:00', zone))
  if (hours) ends.push(nextBeginning(hours, now, zone))
  return earliest(...ends)
}

export function earliest(...moments: readonly Date[]): Date {
  return new Date(Math.min(...moments.map(moment => moment.getTime())))
}
