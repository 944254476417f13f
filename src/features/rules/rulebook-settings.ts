import { z } from 'zod'
import type { Team } from '../../context.ts'
import { settingsOf } from '../setting.ts'

/** How a team tells its members of its rules: part of its settings under the key `rules`. */
export const rulebookSettingsSchema = z.object({
  /** Where changes are told: in the group, or to each member alone within their budget. */
  announce: z.enum(['group', 'private']).default('group'),
  /** For so many minutes further changes may join the first one. */
  announceAfter: z.int().min(0).max(240).default(30),
})

export function rulebookSettings(team: Pick<Team, 'settings'>): z.infer<typeof rulebookSettingsSchema> {
  return settingsOf(team, 'rules', rulebookSettingsSchema)
}
