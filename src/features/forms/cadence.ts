import { z } from 'zod'
import { type LocalTime, localTimeSchema } from '../../calendar/dates.ts'
import { scheduleSpecSchema } from '../../calendar/schedule.ts'
import { minutesOf } from '../../calendar/zone.ts'

export const DAY_MINUTES = 1440
const LONGEST_DAYS = 14

const minutesSchema = z
  .int()
  .min(0)
  .max(LONGEST_DAYS * DAY_MINUTES)

/**
 * When a form is asked, in the team's wall time. `schedule` says when answers are due, and so on which days; the window
 * opens before that moment and closes after it, either at a time of day or some minutes away.
 */
export const cadenceSchema = z.strictObject({
  schedule: scheduleSpecSchema,
  opens: z.union([z.strictObject({ at: localTimeSchema }), z.strictObject({ before: minutesSchema })]),
  closes: z.union([
    z.strictObject({ at: localTimeSchema, daysLater: z.int().min(0).max(LONGEST_DAYS).default(0) }),
    z.strictObject({ after: minutesSchema }),
  ]),
  /**
   * What an answer given before the window opens counts for: for nothing, for the round of that same day, or for the
   * next round whenever that is (a plan made on Friday evening counts for Monday).
   */
  early: z.enum(['no', 'same-day', 'from-last-close']).default('same-day'),
})

export type Cadence = z.infer<typeof cadenceSchema>

/** Minutes from opening to due, on the wall clock; negative where the definition is at fault. */
export function leadOf(cadence: Cadence, due: LocalTime): number {
  if ('before' in cadence.opens) return cadence.opens.before
  return minutesOf(due) - minutesOf(cadence.opens.at)
}

/** Minutes from due to closing, on the wall clock; negative where the definition is at fault. */
export function lagOf(cadence: Cadence, due: LocalTime): number {
  if ('after' in cadence.closes) return cadence.closes.after
  return cadence.closes.daysLater * DAY_MINUTES + minutesOf(cadence.closes.at) - minutesOf(due)
}

/** The farthest that any window of the cadence reaches from its due moment, in whole days, for looking far enough. */
export function reachOf(cadence: Cadence): { daysBefore: number; daysAfter: number } {
  const { opens, closes } = cadence
  return {
    daysBefore: 'before' in opens ? Math.ceil(opens.before / DAY_MINUTES) : 1,
    daysAfter: 'after' in closes ? Math.ceil(closes.after / DAY_MINUTES) : closes.daysLater + 1,
  }
}
