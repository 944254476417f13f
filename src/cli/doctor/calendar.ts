import { dateOf, type LocalDate, monthOf, yearOf } from '../../calendar/dates.ts'
import { unknownYears } from '../../calendar/workdays.ts'
import { toLocal } from '../../calendar/zone.ts'
import type { Team } from '../../context.ts'
import { type Finding, fault, ok, warning } from './finding.ts'

export function checkCalendar(team: Team, now: Date): Finding {
  const today = toLocal(now, team.zone).date
  const unknown = unknownYears(team.calendar, today, dateOf(yearOf(today) + 1, 12, 31))
  return judgeYears(team.name, today, unknown)
}

/** A year is announced late in the one before, so the next one is missed only in December. */
export function judgeYears(team: string, today: LocalDate, unknown: readonly number[]): Finding {
  const [thisYear, nextYear] = [yearOf(today), yearOf(today) + 1]
  const todo = {
    zh: '请管理员粘贴国务院的放假通知：/settings holidays …',
    en: 'an admin pastes the official notice: /settings holidays …',
  }
  const missing = (year: number) => ({
    zh: `${team}：${year} 年的节假日安排未知`,
    en: `${team}: the holidays of ${year} are not known`,
  })
  if (unknown.includes(thisYear)) return fault('calendar', missing(thisYear), todo)
  if (!unknown.includes(nextYear)) {
    return ok('calendar', {
      zh: `${team}：${thisYear} 和 ${nextYear} 年的工作日历已知`,
      en: `${team}: the work calendar of ${thisYear} and ${nextYear} is known`,
    })
  }
  if (monthOf(today) === 12) return warning('calendar', missing(nextYear), todo)
  return ok('calendar', {
    zh: `${team}：${thisYear} 年的工作日历已知（${nextYear} 年尚待公布）`,
    en: `${team}: the work calendar of ${thisYear} is known (${nextYear} is still to be announced)`,
  })
}
