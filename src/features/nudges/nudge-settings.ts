import { z } from 'zod'
import { localTimeSchema } from '../../calendar/dates.ts'
import type { Team } from '../../context.ts'
import { settingsOf } from '../setting.ts'
import { nudgeKinds } from './kinds.ts'

/** This feature's own part of a team's settings, under the key `nudges`. */
export const nudgeSettingsSchema = z.object({
  /** How often a person is spoken to unasked in a day, all features together. */
  perDay: z.int().min(0).max(20).default(4),
  /** Hours without nudges, in the team's wall time; null for none. A person's own hours go before these. */
  quiet: z
    .object({ from: localTimeSchema, to: localTimeSchema })
    .refine(({ from, to }) => from !== to, { error: 'quiet hours begin and end at different times' })
    .nullable()
    .default({ from: '21:00', to: '08:00' }),
  /** How long before a round is due those who have not answered are reminded; 0 for not at all. */
  beforeMinutes: z.int().min(0).max(240).default(15),
  /** Kinds of nudges that the team wants no more. */
  retired: z.array(z.enum(nudgeKinds)).default([]),
})

export type NudgeSettings = z.infer<typeof nudgeSettingsSchema>

export function nudgeSettings(team: Team): NudgeSettings {
  return settingsOf(team, 'nudges', nudgeSettingsSchema)
}
