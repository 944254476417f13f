import { addDays, type LocalDate } from '../../calendar/dates.ts'
import { previousWorkday } from '../../calendar/workdays.ts'
import type { MemberContext } from '../../context.ts'
import type { TeamMember } from '../team/members.ts'
import { winsOf } from '../wins/store.ts'
import type { Win } from '../wins/win.ts'
import { lastReports } from './store.ts'

/**
 * The deals that the bell rang for and that the report of a day is to confirm: those of the day, and of the days off before
 * it that no other report is about. So each is asked for in one report only.
 */
export async function rungFor(
  { tx }: Pick<MemberContext, 'tx'>,
  { memberId, calendar }: Pick<TeamMember, 'memberId' | 'calendar'>,
  date: LocalDate,
): Promise<readonly Win[]> {
  const workday = previousWorkday(calendar, date, 'usual-week') ?? addDays(date, -1)
  const [last] = await lastReports(tx, memberId, 'report', 1, date)
  const covered = last !== undefined && last.date > workday ? last.date : workday
  return winsOf(tx, memberId, { from: addDays(covered, 1), to: date })
}
