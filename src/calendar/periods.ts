import dayjs from 'dayjs'
import isoWeek from 'dayjs/plugin/isoWeek.js'
import utc from 'dayjs/plugin/utc.js'
import {
  addDays,
  dateOf,
  daysBetween,
  firstOfMonth,
  isLocalDate,
  type LocalDate,
  lastOfMonth,
  mondayOf,
  monthOf,
  yearOf,
} from './dates.ts'

dayjs.extend(utc)
dayjs.extend(isoWeek)

/** A stretch of whole days, both ends included. `key` names it once and for all: `2026-W47`, `2026-11`, `2026-Q4`. */
export interface Period {
  readonly kind: PeriodKind | 'range'
  readonly from: LocalDate
  readonly to: LocalDate
  readonly key: string
}

export type PeriodKind = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** The period of that kind which contains the date; weeks are ISO weeks, from Monday. */
export function periodOf(kind: PeriodKind, date: LocalDate): Period {
  const year = yearOf(date)
  switch (kind) {
    case 'day':
      return { kind, from: date, to: date, key: date }
    case 'week': {
      const monday = mondayOf(date)
      const day = dayjs.utc(date)
      const key = `${day.isoWeekYear()}-W${String(day.isoWeek()).padStart(2, '0')}`
      return { kind, from: monday, to: addDays(monday, 6), key }
    }
    case 'month':
      return { kind, from: firstOfMonth(date), to: lastOfMonth(date), key: date.slice(0, 7) }
    case 'quarter': {
      const quarter = Math.ceil(monthOf(date) / 3)
      const from = dateOf(year, quarter * 3 - 2, 1)
      return { kind, from, to: dateOf(year, quarter * 3 + 1, 0), key: `${date.slice(0, 4)}-Q${quarter}` }
    }
    case 'year':
      return { kind, from: dateOf(year, 1, 1), to: dateOf(year, 12, 31), key: date.slice(0, 4) }
  }
}

/** Any stretch of days; the ends may come in either order. */
export function rangeOf(one: LocalDate, other: LocalDate): Period {
  const [from, to] = one <= other ? [one, other] : [other, one]
  return { kind: 'range', from, to, key: `${from}..${to}` }
}

/** The period just before: for a range, as many days. */
export function previous(period: Period): Period {
  if (period.kind !== 'range') return periodOf(period.kind, addDays(period.from, -1))
  return rangeOf(addDays(period.from, -lengthOf(period)), addDays(period.from, -1))
}

/** The period just after: for a range, as many days. */
export function next(period: Period): Period {
  if (period.kind !== 'range') return periodOf(period.kind, addDays(period.to, 1))
  return rangeOf(addDays(period.to, 1), addDays(period.to, lengthOf(period)))
}

/** Days in the period. */
export function lengthOf(period: Period): number {
  return daysBetween(period.from, period.to) + 1
}

export function includes(period: Period, date: LocalDate): boolean {
  return period.from <= date && date <= period.to
}

/** Finds the period that a `key` names; null when it names none. */
export function periodOfKey(key: string): Period | null {
  if (isLocalDate(key)) return periodOf('day', key)
  const [from = '', to = ''] = key.split('..')
  if (isLocalDate(from) && isLocalDate(to)) return rangeOf(from, to)
  const [, year, sort = '', number = '1'] = /^(\d{4})(?:-(W|Q)?(\d{1,2}))?$/.exec(key) ?? []
  if (year === undefined) return null
  const period = key.length === 4 ? periodOf('year', `${year}-01-01`) : numbered(Number(year), sort, Number(number))
  return period?.key === key ? period : null
}

function numbered(year: number, sort: string, number: number): Period | null {
  if (sort === 'W') return periodOf('week', addDays(mondayOf(`${year}-01-04`), (number - 1) * 7))
  if (sort === 'Q') return periodOf('quarter', dateOf(year, number * 3 - 2, 1))
  return periodOf('month', dateOf(year, number, 1))
}
