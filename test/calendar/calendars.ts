import { type WorkCalendar, workCalendarSchema } from '../../src/calendar/workdays.ts'

/** The calendars that the tests speak of. 2026-11-16 begins a big week. */
export const cn: WorkCalendar = workCalendarSchema.parse({ kind: 'cn' })
export const monFri: WorkCalendar = workCalendarSchema.parse({ kind: 'mon-fri' })
export const bigAndSmall: WorkCalendar = workCalendarSchema.parse({ kind: 'alternating', bigWeek: '2026-11-18' })
export const restsOnTuesday: WorkCalendar = workCalendarSchema.parse({ kind: 'single-rest', restDay: 2 })
