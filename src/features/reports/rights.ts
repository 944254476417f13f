import { addDays, type LocalDate } from '../../calendar/dates.ts'
import { previousWorkday, type WorkCalendar } from '../../calendar/workdays.ts'
import { atLeast, type Role } from '../../context.ts'

interface Wish {
  readonly role: Role
  readonly isOwn: boolean
  /** The round that is to be answered or changed no longer accepts answers. */
  readonly isClosed: boolean
  readonly date: LocalDate
  readonly today: LocalDate
  /** The member's. */
  readonly calendar: WorkCalendar
  readonly backfillDays: number
}

/** Why somebody may not write that report: it is another's, or too long ago. Leads and above may. */
export function refusalOf({ role, isOwn, isClosed, ...when }: Wish): 'for-others' | 'too-old' | null {
  if (atLeast(role, 'lead')) return null
  if (!isOwn) return 'for-others'
  return isClosed && when.date < earliest(when) ? 'too-old' : null
}

/** The first day that reps may still fill in themselves: so many workdays before today. */
function earliest({ today, calendar, backfillDays }: Pick<Wish, 'today' | 'calendar' | 'backfillDays'>): LocalDate {
  let date = backfillDays === 0 ? addDays(today, 1) : today
  for (let day = 0; day < backfillDays; day++) date = previousWorkday(calendar, date, 'usual-week') ?? date
  return date
}
