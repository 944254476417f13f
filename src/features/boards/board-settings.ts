import { z } from 'zod'
import { localTimeSchema } from '../../calendar/dates.ts'
import type { Team } from '../../context.ts'
import { settingsOf } from '../setting.ts'
import { weightsSchema } from './scorecard-setting.ts'

/** This feature's own part of a team's settings, under the key `boards`. */
export const boardSettingsSchema = z.object({
  /** How many ranks everybody sees. */
  topRows: z.int().min(1).max(20).default(5),
  // Metric keys: the first that has any value makes the board. Empty: none is posted. A quarter's and a year's first place is
  // said by the champion; who wants their boards too, or one of every day, switches them on.
  daily: z.array(z.string()).default([]),
  /** When the reports of the day are in. */
  dailyAt: localTimeSchema.default('19:30'),
  /** They make a board without a named metric, too. */
  weekly: z.array(z.string()).default(['revenue', 'calls']),
  weeklyAt: localTimeSchema.default('17:00'),
  monthly: z.array(z.string()).default(['revenue', 'calls']),
  /** On the last workday of the month; also for the quarter and the year. */
  monthlyAt: localTimeSchema.default('19:30'),
  quarterly: z.array(z.string()).default([]),
  yearly: z.array(z.string()).default([]),
  /** Each member on a board of a week or longer is told their own place in private. */
  privatePlaces: z.boolean().default(true),
  /** Boards, summaries and charts of figures are shown as a picture too. */
  pictures: z.boolean().default(true),
  scorecard: weightsSchema.default([]),
})

export type BoardSettings = z.infer<typeof boardSettingsSchema>

export function boardSettings(team: Team): BoardSettings {
  return settingsOf(team, 'boards', boardSettingsSchema)
}
