import { daysBetween, type LocalDate, mondayOf } from '../../calendar/dates.ts'

/**
 * Whether a member is in turn in the week of that day: every other week, and in each week about half of a team. Those who
 * wait are whom the others are compared with, and nobody hears it in two weeks running.
 */
export function inTurn(memberId: string, day: LocalDate): boolean {
  const week = daysBetween(A_MONDAY, mondayOf(day)) / 7
  return (Number.parseInt(memberId.slice(-1), 16) + week) % 2 === 0
}

const A_MONDAY: LocalDate = '2024-01-01'
