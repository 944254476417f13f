import { z } from 'zod'
import { localTimeSchema } from '../../calendar/dates.ts'
import type { Team } from '../../context.ts'
import { settingsOf } from '../setting.ts'

/** This feature's own part of a team's settings, under the key `coaching`. */
export const coachingSettingsSchema = z.object({
  /** After so many workdays behind in a row a member is spoken to; 0 for never. */
  afterDays: z.int().min(0).max(20).default(3),
  at: localTimeSchema.default('10:30'),
})

export function coachingSettings(team: Team): z.infer<typeof coachingSettingsSchema> {
  return settingsOf(team, 'coaching', coachingSettingsSchema)
}
