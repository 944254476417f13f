import { z } from 'zod'
import { localTimeSchema } from '../../calendar/dates.ts'
import type { Team } from '../../context.ts'
import { settingsOf } from '../setting.ts'

/** This feature's own part of a team's settings, under the key `champions`. */
export const championSettingsSchema = z.object({
  /** Metric keys: each has a champion of its own. Empty: nobody is named. */
  metrics: z.array(z.string()).default(['revenue']),
  monthly: z.boolean().default(true),
  quarterly: z.boolean().default(true),
  yearly: z.boolean().default(true),
  /** When they are named, on the first workday after the period. */
  at: localTimeSchema.default('09:30'),
})

export type ChampionSettings = z.infer<typeof championSettingsSchema>

export function championSettings(team: Team): ChampionSettings {
  return settingsOf(team, 'champions', championSettingsSchema)
}
