import { z } from 'zod'
import type { Team } from '../../context.ts'
import { settingsOf } from '../setting.ts'

export const reportSettingsSchema = z.object({
  /** How many workdays back reps may still fill in themselves; leads and above always may. */
  backfillDays: z.int().min(0).max(31).default(2),
  /** Reports that a member gives in another team count here too. */
  shared: z.boolean().default(true),
})

/** This feature's own part of a team's settings, under the key `reports`. */
export type ReportSettings = z.infer<typeof reportSettingsSchema>

export function reportSettings(team: Team): ReportSettings {
  return settingsOf(team, 'reports', reportSettingsSchema)
}
