import type { LocalDate } from '../../calendar/dates.ts'
import { countDays, type WorkingDay } from '../targets/working-days.ts'

/** How something came together by each workday of a period. */
export interface Course {
  readonly days: readonly {
    readonly date: LocalDate
    /** All up to that day, days off before it included; null for a day to come. */
    readonly done: number | null
    /** What an even course would have brought by then; null without a target. */
    readonly wanted: number | null
  }[]
  readonly total: number
  readonly target: number | null
}

interface Known {
  /** The workdays of the whole period, in order. */
  readonly days: readonly WorkingDay[]
  /** What each day of the period brought, days off too. */
  readonly daily: readonly { readonly date: LocalDate; readonly value: number }[]
  readonly target: number | null
  readonly today: LocalDate
}

export function courseOf({ days, daily, target, today }: Known): Course {
  const all = countDays(days)
  const total = sum(daily)
  const last = days.at(-1)?.date
  return {
    days: days.map(({ date }, at) => ({
      date,
      // What came after the last workday has no later point to be in.
      done: date > today ? null : date === last ? total : sum(daily.filter(day => day.date <= date)),
      wanted: target === null ? null : rounded((target * countDays(days.slice(0, at + 1))) / all),
    })),
    total,
    target,
  }
}

function sum(daily: Known['daily']): number {
  return rounded(daily.reduce((all, { value }) => all + value, 0))
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
