import { addDays, type LocalTime } from '../../calendar/dates.ts'
import { toInstant, toLocal, type Zone } from '../../calendar/zone.ts'

/** From `from` to just before `to`, every day; when `to` is the earlier one, on after midnight. The same twice is the whole day. */
export interface QuietHours {
  readonly from: LocalTime
  readonly to: LocalTime
}

export function isWithin({ from, to }: QuietHours, time: LocalTime): boolean {
  return from < to ? from <= time && time < to : from <= time || time < to
}

/** The next moment after `now` at which the hours begin. */
export function nextBeginning({ from }: QuietHours, now: Date, zone: Zone): Date {
  const { date } = toLocal(now, zone)
  const today = toInstant(date, from, zone)
  return today > now ? today : toInstant(addDays(date, 1), from, zone)
}

/** `21:00–08:00` */
export function hoursWords({ from, to }: QuietHours): string {
  return `${from}–${to}`
}
