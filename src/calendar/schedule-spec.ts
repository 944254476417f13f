import { z } from 'zod'
import { parseCron } from './cron.ts'
import { localTimeSchema, weekdaySchema } from './dates.ts'

/** One time a day, or several. */
const atSchema = z.union([localTimeSchema, z.array(localTimeSchema).min(1).max(48)])

const cronSchema = z.string().superRefine((expression, issues) => {
  const parsed = parseCron(expression)
  if (!parsed.ok) issues.addIssue({ code: 'custom', message: parsed.reason.en })
})

/**
 * When a job is due, in a team's own wall time. A month without the wanted day has no slot, and neither has a period without
 * any workday; `friday-or-last-workday` is Friday if it is a workday, else the week's last workday.
 */
export const scheduleSpecSchema = z.union([
  z.discriminatedUnion('every', [
    z.strictObject({ every: z.literal('day'), at: atSchema }),
    z.strictObject({ every: z.literal('workday'), at: atSchema }),
    z.strictObject({
      every: z.literal('week'),
      on: z.union([weekdaySchema, z.literal(['last-workday', 'friday-or-last-workday'])]),
      at: atSchema,
    }),
    z.strictObject({
      every: z.literal('month'),
      on: z.union([z.int().min(1).max(31), z.literal(['first-workday', 'last-workday', 'last-day'])]),
      at: atSchema,
    }),
    z.strictObject({
      every: z.literal(['quarter', 'year']),
      on: z.literal(['first-workday', 'last-workday']),
      at: atSchema,
    }),
  ]),
  z.strictObject({ cron: cronSchema }),
])

export type ScheduleSpec = z.infer<typeof scheduleSpecSchema>

/** A schedule in words rather than cron. */
export type PlainSpec = Exclude<ScheduleSpec, { cron: string }>
