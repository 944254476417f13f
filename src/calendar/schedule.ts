import { addDays, eachDate, type LocalDate, type LocalTime } from './dates.ts'
import { ruleOf } from './schedule-dates.ts'
import type { ScheduleSpec } from './schedule-spec.ts'
import type { WorkCalendar } from './work-calendar.ts'
import { toInstant, toLocal, type Zone } from './zone.ts'

export { type ScheduleSpec, scheduleSpecSchema } from './schedule-spec.ts'

/** One due moment. `date` and `time` are what the schedule says; the clock shows them unless DST swallowed that minute. */
export interface Slot {
  readonly at: Date
  readonly date: LocalDate
  readonly time: LocalTime
  /** False when the day rests on the usual week because that year's holidays are not announced (未确认). */
  readonly confirmed: boolean
}

/**
 * The slots after `after` up to and including `until`, in order. Each local occurrence exists once, also across DST;
 * occurrences that a gap throws together on one instant are one slot. The cost depends on the days in the window only.
 */
export function slotsBetween(
  spec: ScheduleSpec,
  zone: Zone,
  calendar: WorkCalendar,
  after: Date,
  until: Date,
): readonly Slot[] {
  if (until <= after) return []
  // A day more at the end: a clock set back past midnight shows yesterday again when today's first slots have been.
  const to = addDays(toLocal(until, zone).date, 1)
  return slotsOn(spec, zone, calendar, toLocal(after, zone).date, to)
    .filter(slot => slot.at > after && slot.at <= until)
    .toArray()
}

/** Two leap days on a given weekday lie at most 40 years apart; whatever has no slot for that long never has one. */
const HORIZON_DAYS = 41 * 366

/** The first slot after `after`; null when the schedule never comes due. */
export function nextSlot(spec: ScheduleSpec, zone: Zone, calendar: WorkCalendar, after: Date): Slot | null {
  const from = toLocal(after, zone).date
  const slots = slotsOn(spec, zone, calendar, from, addDays(from, HORIZON_DAYS))
  return slots.find(slot => slot.at > after) ?? null
}

function* slotsOn(
  spec: ScheduleSpec,
  zone: Zone,
  calendar: WorkCalendar,
  from: LocalDate,
  to: LocalDate,
): Generator<Slot> {
  const rule = ruleOf(spec, calendar)
  let last = Number.NEGATIVE_INFINITY
  for (const date of eachDate(from, to)) {
    if (!rule.fallsOn(date)) continue
    for (const time of rule.times) {
      const at = toInstant(date, time, zone)
      if (at.getTime() === last) continue
      last = at.getTime()
      yield { at, date, time, confirmed: rule.isConfirmed(date) }
    }
  }
}
