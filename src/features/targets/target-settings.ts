import { z } from 'zod'
import type { Team } from '../../context.ts'
import { settingsOf } from '../setting.ts'

/** This feature's own part of a team's settings, under the key `targets`. */
export const targetSettingsSchema = z.object({
  /** By how much less than an even course would have brought somebody counts as behind, wherever that is said: in per cent. */
  behindBy: z.int().min(5).max(50).default(10),
})

export function targetSettings(team: Pick<Team, 'settings'>): z.infer<typeof targetSettingsSchema> {
  return settingsOf(team, 'targets', targetSettingsSchema)
}
