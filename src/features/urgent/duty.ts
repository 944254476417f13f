import { addDays, type LocalDate } from '../../calendar/dates.ts'
import type { Days } from './matter.ts'

/** A list of who is on duty, in order; an empty one says that nobody is. */
export interface Duty {
  /** Null for a list that always holds. */
  readonly days: Days | null
  readonly memberIds: readonly string[]
}

/** The list that holds on a day: the latest that names it, else the latest that always holds. `all` has the latest first. */
export function dutyOf(all: readonly Duty[], date: LocalDate): Duty | null {
  return (
    all.find(({ days }) => days !== null && days.from <= date && date <= days.to) ??
    all.find(({ days }) => days === null) ??
    null
  )
}

/** Days in a row on which the same people are on duty in the same order. */
export interface Stretch {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly memberIds: readonly string[]
}

/** Who is on duty over the next so many days. */
export function stretchesOf(all: readonly Duty[], from: LocalDate, count: number): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (let at = 0; at < count; at++) {
    const date = addDays(from, at)
    const memberIds = dutyOf(all, date)?.memberIds ?? []
    const last = stretches.at(-1)
    if (last && last.memberIds.join() === memberIds.join()) stretches[stretches.length - 1] = { ...last, to: date }
    else stretches.push({ from: date, to: date, memberIds })
  }
  return stretches
}
