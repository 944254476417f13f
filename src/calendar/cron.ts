import { validateDetailed } from 'node-cron'
import type { Words } from '../base/words.ts'
import { addDays, dayOfMonth, type LocalDate, type LocalTime, lastOfMonth, monthOf, weekdayOf } from './dates.ts'
import { timeOf } from './zone.ts'

/** A cron expression taken apart: the minutes of a matching day, and what makes a day match. */
export interface Cron {
  readonly times: readonly LocalTime[]
  readonly months: readonly number[]
  /** Numbers, and node-cron's `L`, `L-3`, `15W`, `LW`. */
  readonly days: readonly (number | string)[]
  /** 0 is Sunday; also `5L` (the month's last Friday) and `5#2` (its second). */
  readonly weekdays: readonly (number | string)[]
}

export type CronResult = { ok: true; cron: Cron } | { ok: false; reason: Words }

/** Takes five fields (or `@daily` and the like) as node-cron reads them; seconds are refused: a slot is a minute. */
export function parseCron(expression: string): CronResult {
  const text = expression.trim()
  const { valid, fields, errors } = validateDetailed(text)
  if (!valid || !fields) return { ok: false, reason: explain(errors[0]) }
  if (text.split(/\s+/).length === 6) {
    return {
      ok: false,
      reason: {
        zh: '应为 5 段：分 时 日 月 周，不支持秒',
        en: 'expected 5 fields: minute hour day month weekday, no seconds',
      },
    }
  }
  const times = fields.hour.flatMap(hour => fields.minute.map(minute => timeOf(hour * 60 + minute)))
  return {
    ok: true,
    cron: { times: times.sort(), months: fields.month, days: fields.dayOfMonth, weekdays: fields.dayOfWeek },
  }
}

/** As in node-cron, the day of the month AND the weekday must match. */
export function cronFallsOn(cron: Cron, date: LocalDate): boolean {
  return (
    cron.months.includes(monthOf(date)) &&
    cron.days.some(day => matchesDay(day, date)) &&
    cron.weekdays.some(weekday => matchesWeekday(weekday, date))
  )
}

function matchesDay(wanted: number | string, date: LocalDate): boolean {
  const day = dayOfMonth(date)
  if (typeof wanted === 'number') return wanted === day
  const last = dayOfMonth(lastOfMonth(date))
  if (wanted === 'L') return day === last
  const [, offset] = /^L-(\d+)$/.exec(wanted) ?? []
  if (offset !== undefined) return day === last - Number(offset)
  const [, target] = /^(\d+|L)W$/.exec(wanted) ?? []
  return target !== undefined && isNearestWeekday(date, target === 'L' ? last : Number(target), last)
}

/** `15W`: the Monday-to-Friday day nearest to the 15th, never in another month. */
function isNearestWeekday(date: LocalDate, target: number, last: number): boolean {
  if (target > last) return false
  const day = dayOfMonth(date)
  const weekday = weekdayOf(addDays(date, target - day))
  if (weekday === 6) return day === (target === 1 ? 3 : target - 1)
  if (weekday === 7) return day === (target === last ? target - 2 : target + 1)
  return day === target
}

function matchesWeekday(wanted: number | string, date: LocalDate): boolean {
  const weekday = weekdayOf(date) % 7
  if (typeof wanted === 'number') return wanted === weekday
  if (Number(wanted.charAt(0)) % 7 !== weekday) return false
  const day = dayOfMonth(date)
  const [, nth] = /#(\d)$/.exec(wanted) ?? []
  return nth === undefined ? day + 7 > dayOfMonth(lastOfMonth(date)) : Math.ceil(day / 7) === Number(nth)
}

const fieldNames: Readonly<Record<string, string>> = {
  second: '秒',
  minute: '分',
  hour: '时',
  dayOfMonth: '日',
  month: '月',
  dayOfWeek: '周',
}

/** English in node-cron's own words, so that they can be looked up. */
function explain(error: { field: string; value?: string; message: string } | undefined): Words {
  const en = error?.message ?? 'not a cron expression'
  const field = fieldNames[error?.field ?? '']
  if (field === undefined) return { zh: '不是有效的 cron 表达式，应为 5 段：分 时 日 月 周', en }
  const value = error?.value ?? ''
  if (error?.field === 'dayOfMonth') return { zh: `“日”一段的 ${value} 无效，或所选月份没有这一天`, en }
  return { zh: `“${field}”一段的 ${value} 无效`, en }
}
