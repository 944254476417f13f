import type { LocalDate } from '../../calendar/dates.ts'
import type { WorkCalendar } from '../../calendar/workdays.ts'
import type { Zone } from '../../calendar/zone.ts'
import type { FormDefinition } from '../forms/definition.ts'
import { type Occurrence, occurrenceFor, occurrencesBetween } from '../rounds/window.ts'

/** What may be done about a form at a moment. */
export type Occasion =
  | { readonly kind: 'open'; readonly occurrence: Occurrence; readonly status: 'on-time' | 'late' }
  /** It can no longer be answered but by leave to fill in. */
  | { readonly kind: 'closed' | 'not-yet'; readonly occurrence: Occurrence }
  | { readonly kind: 'none'; readonly previous: Occurrence | null; readonly next: Occurrence | null }

type Timed = Pick<FormDefinition, 'cadence'>

/** The round that an answer counts for now, or for that date if one is named. */
export function occasionFor(
  definition: Timed,
  zone: Zone,
  calendar: WorkCalendar,
  now: Date,
  date: LocalDate | null,
): Occasion {
  const match = occurrenceFor(definition, zone, calendar, now)
  if (match.kind !== 'none' && (date === null || date === match.occurrence.date)) {
    return { kind: 'open', occurrence: match.occurrence, status: match.kind === 'late' ? 'late' : 'on-time' }
  }
  if (date === null) return match.kind === 'none' ? match : { kind: 'none', previous: null, next: null }
  const onThatDay = occurrencesBetween(definition, zone, calendar, date, date)
  const closed = onThatDay.findLast(({ closesAt }) => closesAt <= now)
  if (closed) return { kind: 'closed', occurrence: closed }
  const ahead = onThatDay.find(({ opensAt }) => opensAt > now)
  return ahead ? { kind: 'not-yet', occurrence: ahead } : { kind: 'none', previous: null, next: null }
}
