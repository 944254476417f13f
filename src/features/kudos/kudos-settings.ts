import { z } from 'zod'
import type { Team } from '../../context.ts'
import { settingsOf } from '../setting.ts'

/** This feature's own part of a team's settings, under the key `kudos`. */
export const kudosSettingsSchema = z.object({
  /** What thanks may be tagged with; empty: with anything. */
  values: z.array(z.string().min(1).max(20)).max(20).default([]),
  /** How many a member may give a day; one to three people counts three times. */
  givePerDay: z.int().min(1).max(50).default(5),
  receivePerDay: z.int().min(1).max(100).default(10),
  /** From the same member to the same member, a week from Monday. */
  pairPerWeek: z.int().min(1).max(20).default(2),
  /** A card is a picture, too. */
  pictures: z.boolean().default(true),
  undoMinutes: z.int().min(1).max(120).default(15),
})

export type KudosSettings = z.infer<typeof kudosSettingsSchema>

export function kudosSettings(team: Team): KudosSettings {
  return settingsOf(team, 'kudos', kudosSettingsSchema)
}
