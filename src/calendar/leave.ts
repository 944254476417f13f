import { z } from 'zod'
import { type LocalDate, type LocalTime, localDateSchema } from './dates.ts'

/** Days away, both ends included; with `half`, only that half of each of them. */
export const leaveSchema = z
  .object({ from: localDateSchema, to: localDateSchema, half: z.enum(['am', 'pm']).optional() })
  .refine(leave => leave.from <= leave.to, { error: 'the leave ends before it begins', path: ['to'] })

export type Leave = z.infer<typeof leaveSchema>

/** Mornings end here. */
export const noon: LocalTime = '12:00'

/** How much of the date is taken: two halves make a day. */
export function leaveOn(leaves: readonly Leave[], date: LocalDate): 'day' | 'am' | 'pm' | null {
  const taken = new Set(
    leaves.filter(leave => leave.from <= date && date <= leave.to).map(leave => leave.half ?? 'day'),
  )
  if (taken.has('day') || taken.size === 2) return 'day'
  if (taken.has('am')) return 'am'
  return taken.has('pm') ? 'pm' : null
}

/** Whether somebody is away at that time; without a time, whether the whole date is taken. */
export function onLeave(leaves: readonly Leave[], date: LocalDate, time?: LocalTime): boolean {
  const taken = leaveOn(leaves, date)
  if (taken === null || taken === 'day' || time === undefined) return taken === 'day'
  return taken === (time < noon ? 'am' : 'pm')
}
