import { z } from 'zod'
import type { Team } from '../../context.ts'
import { settingsOf } from '../setting.ts'

/** This feature's own part of a team's settings, under the key `metrics`. */
export const metricSettingsSchema = z.object({
  /** As ISO 4217 says it: what money is in that names no currency. Null: what people of the team's language pay with. */
  currency: z.string().length(3).nullable().default(null),
})

/** The currency into which others are converted. */
export function ownCurrency(team: Pick<Team, 'settings' | 'lang'>): string {
  return settingsOf(team, 'metrics', metricSettingsSchema).currency ?? usualCurrency[team.lang]
}

export const usualCurrency = { zh: 'CNY', en: 'USD' } as const
