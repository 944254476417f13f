import { z } from 'zod'
import type { Team } from '../../context.ts'
import { settingsOf } from '../setting.ts'

/** This feature's own part of a team's settings, under the key `welcome`. */
export const welcomeSettingsSchema = z.object({
  /** Newcomers are helped through their first week in private. */
  alone: z.boolean().default(true),
  /** The group hears who has joined. */
  inGroup: z.boolean().default(false),
})

export function welcomeSettings(team: Pick<Team, 'settings'>): z.infer<typeof welcomeSettingsSchema> {
  return settingsOf(team, 'welcome', welcomeSettingsSchema)
}
