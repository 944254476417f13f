import { z } from 'zod'
import { localTimeSchema } from '../../calendar/dates.ts'

/** This feature's own part of a team's settings, under the key `team`. */
export const teamSettingsSchema = z.object({
  /** The times that were chosen at set-up; the default forms are made with them. */
  planDue: localTimeSchema.default('09:15'),
  reportDue: localTimeSchema.default('19:00'),
  /** Admins count as managers too. Off where whoever set the team up said that somebody else leads it. */
  adminsManage: z.boolean().default(true),
  /** Numbers are posted also in channels in which people from outside the company read along. */
  numbersWithExternals: z.boolean().default(false),
})

export type TeamSettings = z.infer<typeof teamSettingsSchema>
