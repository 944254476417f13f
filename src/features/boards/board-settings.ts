import { z } from 'zod'
import { localTimeSchema } from '../../calendar/dates.ts'
import type { Team } from '../../context.ts'
import { settingsOf } from '../setting.ts'

/** This feature's own part of a team's settings, under the key `boards`. */
export const boardSettingsSchema = z.object({
  /** How many ranks everybody sees. */
  topRows: z.int().min(1).max(20).default(5),
  /** Metric keys: the first that has any value makes the weekly board and a board without a named metric. Empty: none is posted. */
  weekly: z.array(z.string()).default(['revenue', 'calls']),
  weeklyAt: localTimeSchema.default('17:00'),
  /** Each member on the weekly board is told their own place in private. */
  privatePlaces: z.boolean().default(true),
  /** Boards, summaries and charts of figures are shown as a picture too. */
  pictures: z.boolean().default(true),
})

export type BoardSettings = z.infer<typeof boardSettingsSchema>

export function boardSettings(team: Team): BoardSettings {
  return settingsOf(team, 'boards', boardSettingsSchema)
}
