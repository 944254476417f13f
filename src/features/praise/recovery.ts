import type { LocalDate } from '../../calendar/dates.ts'
import { type Praise, subjectOf } from './praise.ts'

/** A week of a member by one metric. */
export interface WeekDone {
  readonly period: string
  readonly value: number
  /** Days on which they worked: by their calendar, in the team, not away. */
  readonly workdays: number
}

/** In a week with fewer workdays there is too little to judge by. */
const FEWEST_WORKDAYS = 2
const FEWEST_WEEKS = 4
const WEEKS_BELOW = 2

/**
 * A week above a member's own average after two below it, all of them by the day worked: a short week is not a weak one.
 * The average is that of the weeks before these three.
 *
 * @param weeks - the one to praise last, without gaps
 */
export function recoveryOf(
  memberId: string,
  metric: string,
  weeks: readonly WeekDone[],
  since: LocalDate,
): Praise | null {
  const judged = weeks.slice(-WEEKS_BELOW - 1)
  const week = judged.at(-1)
  const usual = weeks.slice(0, -WEEKS_BELOW - 1).filter(isFull)
  if (!week || judged.length <= WEEKS_BELOW || !judged.every(isFull) || usual.length < FEWEST_WEEKS) return null
  const average = sum(usual.map(({ value }) => value)) / sum(usual.map(({ workdays }) => workdays))
  const rate = ({ value, workdays }: WeekDone) => value / workdays
  const wereBelow = judged.slice(0, -1).every(one => rate(one) < average)
  if (!wereBelow || rate(week) <= average) return null
  const { period, value } = week
  return {
    memberId,
    subject: subjectOf('week', metric, period),
    since,
    deed: { rule: 'recovery', metric, period, value },
  }
}

function isFull({ workdays }: WeekDone): boolean {
  return workdays >= FEWEST_WORKDAYS
}

function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0)
}
