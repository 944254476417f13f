import { z } from 'zod'
import { localTimeSchema } from '../../calendar/dates.ts'
import type { Team } from '../../context.ts'
import { settingsOf } from '../setting.ts'

/** At most once in so many days for one member. */
const every = z.int().min(1).max(365)

/** This feature's own part of a team's settings, under the key `praise`. */
export const praiseSettingsSchema = z.object({
  /** When the group hears it on a workday, after the evening's digest; null for never. */
  at: localTimeSchema.nullable().default('19:10'),
  /** So many in a message; the rest waits for the next workday. */
  mostADay: z.int().min(1).max(20).default(3),
  firstDeal: z.boolean().default(true),
  streak: z.boolean().default(true),
  streakEvery: every.default(1),
  target: z.boolean().default(true),
  targetEvery: every.default(1),
  best: z.boolean().default(true),
  bestEvery: every.default(7),
  /** Metric keys, the most important first: of these a personal best and a strong week count. */
  bestOf: z.array(z.string()).default(['revenue', 'deals', 'visits', 'calls']),
  /** Weeks of history before anything is somebody's best. */
  bestAfter: z.int().min(2).max(26).default(4),
  recovery: z.boolean().default(false),
  recoveryEvery: every.default(30),
})

export type PraiseSettings = z.infer<typeof praiseSettingsSchema>

export function praiseSettings(team: Team): PraiseSettings {
  return settingsOf(team, 'praise', praiseSettingsSchema)
}
