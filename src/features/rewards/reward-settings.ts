import { z } from 'zod'
import { UserError } from '../../base/errors.ts'
import { localTimeSchema } from '../../calendar/dates.ts'
import type { Team } from '../../context.ts'
import { settingsOf } from '../setting.ts'
import { pointsAreOff } from './refusals.ts'

/** This feature's own part of a team's settings, under the key `rewards`. */
export const rewardSettingsSchema = z.object({
  /** Off unless a team wants it: points invite people to play for points. */
  points: z.boolean().default(false),
  /** For each winner of a contest; 0 is none. */
  contestPoints: z.int().min(0).max(1000).default(50),
  /** For each time that somebody is thanked; 0 is none. */
  kudosPoints: z.int().min(0).max(100).default(5),
  /** When the group hears on Friday, or the week's last workday, how its pools stand. */
  poolsAt: localTimeSchema.default('17:10'),
})

type RewardSettings = z.infer<typeof rewardSettingsSchema>

export function rewardSettings(team: Team): RewardSettings {
  return settingsOf(team, 'rewards', rewardSettingsSchema)
}

/** Throws UserError, saying how to switch them on, where a team has no points. */
export function requirePoints(team: Team): void {
  if (!rewardSettings(team).points) throw new UserError('points-off', pointsAreOff)
}
