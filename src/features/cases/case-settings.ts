import { z } from 'zod'
import { localTimeSchema } from '../../calendar/dates.ts'
import type { Team } from '../../context.ts'
import { settingsOf } from '../setting.ts'

/** This feature's own part of a team's settings, under the key `cases`. */
export const caseSettingsSchema = z.object({
  /** A case is due after so many workdays of its owner, unless somebody says otherwise. */
  dueDays: z.int().min(1).max(30).default(3),
  /** When on a workday people are reminded. */
  remindAt: localTimeSchema.default('09:10'),
  /** After so many workdays overdue managers hear of it; 0 for never. */
  escalateDays: z.int().min(0).max(20).default(2),
  /** Leads and managers get the open ones every workday. */
  morning: z.boolean().default(false),
  /** Blockers of plans and reports become cases. */
  fromReports: z.boolean().default(true),
  /** Whoever wins a deal is asked for its story. */
  stories: z.boolean().default(true),
  /** Members are offered three questions a month about solved cases. */
  quiz: z.boolean().default(false),
})

export type CaseSettings = z.infer<typeof caseSettingsSchema>

export function caseSettings(team: Team): CaseSettings {
  return settingsOf(team, 'cases', caseSettingsSchema)
}
