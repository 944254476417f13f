import { z } from 'zod'
import { localDateSchema, weekdaySchema } from './dates.ts'

/** What the State Council says of one date: a day off, or a weekend day that is worked (调休). */
export const officialDaySchema = z.object({ work: z.boolean(), name: z.string().min(1).max(40) })

/** Dates imported by an admin; they win over the built-in table. */
export const officialTableSchema = z.record(localDateSchema, officialDaySchema)

const custom = {
  /** Days that this team has off, or works, whatever anything else says. */
  daysOff: z.array(localDateSchema).default([]),
  daysOn: z.array(localDateSchema).default([]),
  official: officialTableSchema.default({}),
}

const holidays = { cnHolidays: z.boolean().default(false) }

/**
 * Who works when, as data. `cn` is Monday to Friday with China's statutory holidays and make-up days; the others have
 * their own usual week and follow the holidays only where `cnHolidays` says so.
 */
export const workCalendarSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('cn'), ...custom }),
    z.object({ kind: z.literal('mon-fri'), ...custom, ...holidays }),
    /** 大小周: Monday to Saturday in the week of `bigWeek` and every second week from it, Monday to Friday in between. */
    z.object({ kind: z.literal('alternating'), bigWeek: localDateSchema, ...custom, ...holidays }),
    z.object({ kind: z.literal('single-rest'), restDay: weekdaySchema, ...custom, ...holidays }),
  ])
  .refine(calendar => !calendar.daysOff.some(date => calendar.daysOn.includes(date)), {
    error: 'a date is both a day off and a working day',
    path: ['daysOn'],
  })

export type WorkCalendar = z.infer<typeof workCalendarSchema>
export type OfficialDay = z.infer<typeof officialDaySchema>
export type OfficialTable = z.infer<typeof officialTableSchema>
