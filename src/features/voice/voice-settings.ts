import { z } from 'zod'
import { localTimeSchema } from '../../calendar/dates.ts'
import type { Team } from '../../context.ts'
import { settingsOf } from '../setting.ts'

/** This feature's own part of a team's settings, under the key `voice`. */
export const voiceSettingsSchema = z.object({
  /** When enough waits, it goes to the managers at this time of a workday. */
  at: localTimeSchema.default('16:30'),
  /** So many threads go to the managers together. */
  batch: z.int().min(2).max(10).default(3),
  /** After so many days they go though they are fewer. */
  longestDays: z.int().min(1).max(14).default(3),
  /** Workdays within which managers answer. */
  answerDays: z.int().min(1).max(20).default(5),
  /** So much one person may write in a day. */
  perDay: z.int().min(1).max(20).default(5),
  /** Whether the group hears what was done. */
  announce: z.boolean().default(true),
  /** Whether the team is asked every week how it goes. */
  pulse: z.boolean().default(false),
  pulseAt: localTimeSchema.default('15:00'),
})

export function voiceSettings(team: Pick<Team, 'settings'>): z.infer<typeof voiceSettingsSchema> {
  return settingsOf(team, 'voice', voiceSettingsSchema)
}
