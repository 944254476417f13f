import { z } from 'zod'
import { localTimeSchema } from '../../calendar/dates.ts'
import type { Team } from '../../context.ts'
import { settingsOf } from '../setting.ts'

/** This feature's own part of a team's settings, under the key `anniversaries`. */
export const anniversarySettingsSchema = z.object({
  /** When the group is told on a workday; null for never. */
  greetAt: localTimeSchema.nullable().default('09:05'),
  /** Greetings are a picture, too. */
  pictures: z.boolean().default(true),
})

export type AnniversarySettings = z.infer<typeof anniversarySettingsSchema>

export function anniversarySettings(team: Team): AnniversarySettings {
  return settingsOf(team, 'anniversaries', anniversarySettingsSchema)
}
