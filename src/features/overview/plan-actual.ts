import type { LocalDate } from '../../calendar/dates.ts'
import { quantised } from '../metrics/entry-changes.ts'

/** A day's plans of everybody beside what was done; null where there is nothing to say yet, or nobody planned. */
export interface PlannedAndDone {
  readonly date: LocalDate
  readonly plan: number | null
  readonly actual: number | null
}

interface Known {
  readonly workdays: readonly LocalDate[]
  readonly planned: readonly Amount[]
  readonly done: readonly Amount[]
  readonly today: LocalDate
}

interface Amount {
  readonly date: LocalDate
  readonly value: number
}

/** One for each workday, and for each day off with anything in it. Of a day that is over and has nothing, nothing was done. */
export function planActual({ workdays, planned, done, today }: Known): readonly PlannedAndDone[] {
  const dates = new Set([...workdays, ...[...planned, ...done].map(({ date }) => date)])
  return [...dates].toSorted().map(date => ({
    date,
    plan: sumOn(planned, date),
    actual: sumOn(done, date) ?? (date < today ? 0 : null),
  }))
}

function sumOn(amounts: readonly Amount[], date: LocalDate): number | null {
  const its = amounts.filter(one => one.date === date)
  return its.length === 0 ? null : quantised(its.reduce((sum, { value }) => sum + value, 0))
}
