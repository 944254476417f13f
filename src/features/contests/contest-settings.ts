import { z } from 'zod'
import { localTimeSchema } from '../../calendar/dates.ts'
import type { Team } from '../../context.ts'
import { settingsOf } from '../setting.ts'

/** This feature's own part of a team's settings, under the key `contests`. */
export const contestSettingsSchema = z.object({
  /** When the group hears of contests, on workdays. */
  postAt: localTimeSchema.default('09:10'),
})

export function contestSettings(team: Team): z.infer<typeof contestSettingsSchema> {
  return settingsOf(team, 'contests', contestSettingsSchema)
}
