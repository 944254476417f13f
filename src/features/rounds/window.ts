import { addDays, DAY_MS, type LocalDate } from '../../calendar/dates.ts'
import { nextSlot, type Slot, slotsBetween } from '../../calendar/schedule.ts'
import type { WorkCalendar } from '../../calendar/workdays.ts'
import { minutesOf, timeOf, toInstant, toLocal, type Zone } from '../../calendar/zone.ts'
import { type Cadence, DAY_MINUTES, lagOf, leadOf, reachOf } from '../forms/cadence.ts'

/** One occasion to answer a form: from `opensAt`, on time up to `dueAt`, late until just before `closesAt`. */
export interface Occurrence {
  /** The day on which it is due, in the team's zone, and which it is about. */
  readonly date: LocalDate
  /** Tells apart several on one day, from 0. */
  readonly ordinal: number
  readonly opensAt: Date
  readonly dueAt: Date
  readonly closesAt: Date
}

/** What an answer given at a moment counts for. */
export type Match =
  | { readonly kind: 'early' | 'open' | 'late'; readonly occurrence: Occurrence }
  | { readonly kind: 'none'; readonly previous: Occurrence | null; readonly next: Occurrence | null }

/** Only the times of a definition matter here. */
interface Timed {
  readonly cadence: Cadence
}

/** The occurrences due on the dates from `from` to `to`, both included, in order. No two of a form ever overlap. */
export function occurrencesBetween(
  { cadence }: Timed,
  zone: Zone,
  calendar: WorkCalendar,
  from: LocalDate,
  to: LocalDate,
): readonly Occurrence[] {
  // Windows are clipped by their neighbours', so those that reach into these dates are looked at too.
  const { daysBefore, daysAfter } = reachOf(cadence)
  const start = toInstant(addDays(from, -daysBefore - 2), '00:00', zone)
  const end = toInstant(addDays(to, daysBefore + daysAfter + 2), '00:00', zone)
  const slots = slotsBetween(cadence.schedule, zone, calendar, start, end)
  return slots
    .map((slot, at) => windowOf(cadence, zone, slot, ordinalAt(slots, at), slots[at - 1], slots[at + 1]))
    .filter(({ date }) => date >= from && date <= to)
}

/** The occurrence of that date; with several on it, the one with that ordinal. */
export function occurrenceOn(
  definition: Timed,
  zone: Zone,
  calendar: WorkCalendar,
  date: LocalDate,
  ordinal = 0,
): Occurrence | null {
  return occurrencesBetween(definition, zone, calendar, date, date)[ordinal] ?? null
}

/** Which occurrence an answer given at `now` counts for: one at most, whatever the calendar or the clock do. */
export function occurrenceFor(definition: Timed, zone: Zone, calendar: WorkCalendar, now: Date): Match {
  const next = following(definition, zone, calendar, now)
  if (next && next.opensAt <= now && now < next.closesAt) return { kind: 'open', occurrence: next }
  const recent = preceding(definition, zone, calendar, now, reachOf(definition.cadence).daysAfter + 1)
  if (recent && now < recent.closesAt) return { kind: 'late', occurrence: recent }
  if (next && acceptsEarly(definition.cadence, next, zone, now)) return { kind: 'early', occurrence: next }
  return { kind: 'none', previous: recent ?? preceding(definition, zone, calendar, now, LONGEST_BREAK_DAYS), next }
}

/** A yearly form is the rarest worth looking back for. */
const LONGEST_BREAK_DAYS = 400

function acceptsEarly({ early }: Cadence, next: Occurrence, zone: Zone, now: Date): boolean {
  if (now >= next.opensAt) return false
  return early === 'from-last-close' || (early === 'same-day' && toLocal(now, zone).date === next.date)
}

/** The first occurrence due at `now` or after. */
function following(definition: Timed, zone: Zone, calendar: WorkCalendar, now: Date): Occurrence | null {
  const slot = nextSlot(definition.cadence.schedule, zone, calendar, new Date(now.getTime() - 1))
  return slot && occurrenceAt(definition, zone, calendar, slot)
}

/** The last occurrence due before `now`, at most so many days back. */
function preceding(definition: Timed, zone: Zone, calendar: WorkCalendar, now: Date, days: number): Occurrence | null {
  const since = new Date(now.getTime() - days * DAY_MS)
  const before = new Date(now.getTime() - 1)
  const slot = slotsBetween(definition.cadence.schedule, zone, calendar, since, before).at(-1)
  return slot ? occurrenceAt(definition, zone, calendar, slot) : null
}

function occurrenceAt(definition: Timed, zone: Zone, calendar: WorkCalendar, slot: Slot): Occurrence | null {
  const sameDay = occurrencesBetween(definition, zone, calendar, slot.date, slot.date)
  return sameDay.find(({ dueAt }) => dueAt.getTime() === slot.at.getTime()) ?? null
}

function ordinalAt(slots: readonly Slot[], at: number): number {
  let ordinal = 0
  while (slots[at - ordinal - 1]?.date === slots[at]?.date) ordinal++
  return ordinal
}

/**
 * A definition whose windows overlap in plain weeks is refused, but holidays can still push two due days together (the
 * last workdays of two weeks): then a window opens no earlier than the one before is due, and closes when the next opens.
 */
function windowOf(
  cadence: Cadence,
  zone: Zone,
  slot: Slot,
  ordinal: number,
  previous: Slot | undefined,
  next: Slot | undefined,
): Occurrence {
  const opensAt = later(opening(cadence, zone, slot), previous?.at)
  const closing = instantOf(slot.date, minutesOf(slot.time) + lagOf(cadence, slot.time), zone)
  const closesAt = later(next ? earlier(closing, opening(cadence, zone, next)) : closing, slot.at)
  return { date: slot.date, ordinal, opensAt, dueAt: slot.at, closesAt }
}

function opening(cadence: Cadence, zone: Zone, slot: Slot): Date {
  return instantOf(slot.date, minutesOf(slot.time) - leadOf(cadence, slot.time), zone)
}

/** Minutes are counted on the wall clock from the date's midnight, and may lead into other days. */
function instantOf(date: LocalDate, minutes: number, zone: Zone): Date {
  const days = Math.floor(minutes / DAY_MINUTES)
  return toInstant(addDays(date, days), timeOf(minutes - days * DAY_MINUTES), zone)
}

function later(one: Date, other: Date | undefined): Date {
  return other && other > one ? other : one
}

function earlier(one: Date, other: Date): Date {
  return other < one ? other : one
}
