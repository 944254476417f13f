import { z } from 'zod'
import { localTimeSchema } from '../../calendar/dates.ts'
import type { Team } from '../../context.ts'
import { settingsOf } from '../setting.ts'

/** This feature's own part of a team's settings, under the key `summaries`. */
export const summarySettingsSchema = z.object({
  /** When the week is summed up on its last workday; null for never. A little after the board, whose ranking it leaves out. */
  weeklyAt: localTimeSchema.nullable().default('17:05'),
})

export function summarySettings(team: Team): z.infer<typeof summarySettingsSchema> {
  return settingsOf(team, 'summaries', summarySettingsSchema)
}
