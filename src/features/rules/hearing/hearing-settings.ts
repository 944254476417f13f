import { z } from 'zod'
import { localTimeSchema } from '../../../calendar/dates.ts'
import type { Team } from '../../../context.ts'
import { settingsOf } from '../../setting.ts'

/** What a team decides about hearing, under the key `rules`. */
export const hearingSettingsSchema = z.object({
  /** For how many days what is said is kept, sealed, to try rules on it; 0 for not at all. */
  keepDays: z.int().min(0).max(90).default(30),
  /** When answers can be expected on a workday. */
  workHours: z
    .object({ from: localTimeSchema, to: localTimeSchema })
    .refine(({ from, to }) => from < to, { error: 'work begins before it ends' })
    .default({ from: '09:00', to: '18:00' }),
  /** Managers hear every week how the rules fare. */
  weekly: z.boolean().default(true),
  /** The group hears of a week in which rules were kept. */
  praise: z.boolean().default(false),
})

export type HearingSettings = z.infer<typeof hearingSettingsSchema>

export function hearingSettings(team: Pick<Team, 'settings'>): HearingSettings {
  return settingsOf(team, 'rules', hearingSettingsSchema)
}
