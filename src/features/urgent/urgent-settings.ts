import { z } from 'zod'
import { localTimeSchema } from '../../calendar/dates.ts'
import type { Team } from '../../context.ts'
import { settingsOf } from '../setting.ts'
import type { Severity } from './matter.ts'

/** This feature's own part of a team's settings, under the key `urgent`. */
export const urgentSettingsSchema = z.object({
  /** Minutes that somebody has to take a matter on before the next one is asked: in their waking time, or by the clock. */
  ackHigh: z.int().min(5).max(480).default(30),
  ackCritical: z.int().min(1).max(120).default(10),
  /** How often a person may be called in their time of rest in a week from Monday; 0 for never. */
  restCalls: z.int().min(0).max(20).default(2),
  /** So many critical matters one person may raise in seven days; what managers found to be needed does not count. */
  criticals: z.int().min(1).max(50).default(3),
  /** When, on workdays, what nobody has closed is brought up again. */
  repeatAt: localTimeSchema.default('09:30'),
  /** When, on Mondays, managers are told how the week before went; null for never. */
  reviewAt: localTimeSchema.nullable().default('09:40'),
})

export type UrgentSettings = z.infer<typeof urgentSettingsSchema>

export function urgentSettings(team: Pick<Team, 'settings'>): UrgentSettings {
  return settingsOf(team, 'urgent', urgentSettingsSchema)
}

export function ackMinutes({ ackHigh, ackCritical }: UrgentSettings, severity: Severity): number {
  return severity === 'critical' ? ackCritical : ackHigh
}
