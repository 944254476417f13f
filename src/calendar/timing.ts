import { z } from 'zod'
import { nextSlot, type Slot, scheduleSpecSchema, slotsBetween } from './schedule.ts'
import type { WorkCalendar } from './work-calendar.ts'
import { toLocal, type Zone } from './zone.ts'

/** When a job of a team is due: again and again on a schedule, or at one moment, such as the end of a deadline. */
export const timingSchema = z.union([scheduleSpecSchema, z.strictObject({ moment: z.iso.datetime() })])

export type Timing = z.infer<typeof timingSchema>

export function isMoment(timing: Timing): timing is Extract<Timing, { moment: string }> {
  return 'moment' in timing
}

/** The first slot after `after`; null when there is none any more. */
export function nextOf(timing: Timing, zone: Zone, calendar: WorkCalendar, after: Date): Slot | null {
  if (!isMoment(timing)) return nextSlot(timing, zone, calendar, after)
  const slot = slotAt(timing.moment, zone)
  return slot.at > after ? slot : null
}

/** The slots after `after` up to and including `until`, in order. */
export function slotsOf(timing: Timing, zone: Zone, calendar: WorkCalendar, after: Date, until: Date): readonly Slot[] {
  if (!isMoment(timing)) return slotsBetween(timing, zone, calendar, after, until)
  const slot = slotAt(timing.moment, zone)
  return slot.at > after && slot.at <= until ? [slot] : []
}

function slotAt(moment: string, zone: Zone): Slot {
  const at = new Date(moment)
  return { at, ...toLocal(at, zone), confirmed: true }
}
