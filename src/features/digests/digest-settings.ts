import { z } from 'zod'
import { localTimeSchema } from '../../calendar/dates.ts'
import type { Team } from '../../context.ts'
import { settingsOf } from '../setting.ts'

/** This feature's own part of a team's settings, under the key `digests`. */
export const digestSettingsSchema = z.object({
  /** What the group hears of those who have not answered: how many, who, or nothing. Managers always hear who. */
  missing: z.enum(['count', 'names', 'nobody']).default('count'),
  /** When managers hear on a workday what nobody has read of the workday before; null for never. */
  unreadAt: localTimeSchema.nullable().default('09:30'),
})

export type DigestSettings = z.infer<typeof digestSettingsSchema>

export function digestSettings(team: Team): DigestSettings {
  return settingsOf(team, 'digests', digestSettingsSchema)
}
