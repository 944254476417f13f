import { z } from 'zod'
import type { Team } from '../../context.ts'
import { settingsOf } from '../setting.ts'

/** This feature's own part of a team's settings, under the key `wins`. */
export const winSettingsSchema = z.object({
  /** The group hears how much a deal is worth, where that was said. */
  amounts: z.boolean().default(true),
  /** It is shown as a picture too. */
  pictures: z.boolean().default(true),
  /** For so many minutes whoever rang may take it back. */
  undoMinutes: z.int().min(1).max(120).default(15),
})

export type WinSettings = z.infer<typeof winSettingsSchema>

export function winSettings(team: Team): WinSettings {
  return settingsOf(team, 'wins', winSettingsSchema)
}
