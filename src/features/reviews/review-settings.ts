import { z } from 'zod'
import { localTimeSchema } from '../../calendar/dates.ts'
import type { Team } from '../../context.ts'
import { settingsOf } from '../setting.ts'

/** This feature's own part of a team's settings, under the key `reviews`. */
export const reviewSettingsSchema = z.object({
  /** Whether managers are reminded, at the end of such a period, that reviews are due. */
  monthly: z.boolean().default(false),
  quarterly: z.boolean().default(true),
  yearly: z.boolean().default(true),
  offerAt: localTimeSchema.default('10:00'),
})

export type ReviewSettings = z.infer<typeof reviewSettingsSchema>

export function reviewSettings(team: Team): ReviewSettings {
  return settingsOf(team, 'reviews', reviewSettingsSchema)
}
