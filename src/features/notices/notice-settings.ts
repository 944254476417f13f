import { z } from 'zod'
import { localTimeSchema } from '../../calendar/dates.ts'
import type { Team } from '../../context.ts'
import { settingsOf } from '../setting.ts'

/** This feature's own part of a team's settings, under the key `notices`. */
export const noticeSettingsSchema = z.object({
  /** How many workdays there are to read a notice that does not say. */
  days: z.int().min(1).max(30).default(3),
  /** When those who have not read it are asked on a workday. */
  askAt: localTimeSchema.default('10:00'),
  /** The hours in which people work: the time to read is counted in them, and a day ends with them. */
  hours: z
    .object({ from: localTimeSchema, to: localTimeSchema })
    .refine(({ from, to }) => from < to, { error: 'the hours end before they begin' })
    .default({ from: '09:00', to: '18:00' }),
  /** Notices are copied by mail to whoever has given an address. */
  mail: z.boolean().default(true),
})

export type NoticeSettings = z.infer<typeof noticeSettingsSchema>

export function noticeSettings(team: Pick<Team, 'settings'>): NoticeSettings {
  return settingsOf(team, 'notices', noticeSettingsSchema)
}
