import { z } from 'zod'
import type { Team } from '../../context.ts'
import { settingsOf } from '../setting.ts'

/** This feature's own part of a team's settings, under the key `fairness`. */
export const fairnessSettingsSchema = z.object({
  /** Whether ways of reporting are looked at. */
  hints: z.boolean().default(true),
  /** How long a habit goes on after its member heard of it before managers do. Days. */
  persistDays: z.int().min(7).max(60).default(14),
})

export type FairnessSettings = z.infer<typeof fairnessSettingsSchema>

export function fairnessSettings(team: Team): FairnessSettings {
  return settingsOf(team, 'fairness', fairnessSettingsSchema)
}
