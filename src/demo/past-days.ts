import { addDays, type LocalDate } from '../calendar/dates.ts'
import { isWorkday, previousWorkday } from '../calendar/workdays.ts'
import { toLocal } from '../calendar/zone.ts'
import type { Team } from '../context.ts'
import type { FormDefinition } from '../features/forms/definition.ts'
import { type Occurrence, occurrenceOn } from '../features/rounds/window.ts'

const DAYS = 20

/** The last twenty workdays, and today if it is one, oldest first. */
export function pastDays({ zone, calendar }: Pick<Team, 'zone' | 'calendar'>, now: Date): readonly LocalDate[] {
  const today = toLocal(now, zone).date
  const days: LocalDate[] = isWorkday(calendar, today, 'usual-week') ? [today] : []
  let day: LocalDate | null = today
  for (let count = 0; count < DAYS && day !== null; count++) {
    day = previousWorkday(calendar, day, 'usual-week')
    if (day !== null) days.unshift(day)
  }
  return days
}

/** When the team was made: the day before the first of these. */
export function dayBefore([first]: readonly LocalDate[], today: LocalDate): LocalDate {
  return addDays(first ?? today, -1)
}

/** The round of a form on each of the days. */
export function occurrencesOn(
  { definition }: { readonly definition: FormDefinition },
  { zone, calendar }: Pick<Team, 'zone' | 'calendar'>,
  days: readonly LocalDate[],
): ReadonlyMap<LocalDate, Occurrence> {
  return new Map(
    days.flatMap(date => {
      const occurrence = occurrenceOn(definition, zone, calendar, date)
      return occurrence ? [[date, occurrence] as const] : []
    }),
  )
}
