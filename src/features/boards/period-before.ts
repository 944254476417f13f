import { type Period, periodOf, previous } from '../../calendar/periods.ts'
import { previousWorkday, type WorkCalendar } from '../../calendar/workdays.ts'

/** What a period is compared with: the one before it; of a day the workday before, so that a Monday has one, too. */
export function periodBefore(period: Period, calendar: WorkCalendar): Period {
  const day = period.kind === 'day' ? previousWorkday(calendar, period.from, 'usual-week') : null
  return day === null ? previous(period) : periodOf('day', day)
}
