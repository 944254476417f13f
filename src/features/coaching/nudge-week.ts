import { daysBetween, type LocalDate, mondayOf } from '../../calendar/dates.ts'

/**
 * Whether the week of that day is one in which a member who is behind hears of it. It is a crossover trial: members alternate
 * between nudge weeks and control weeks, about half of a team (by the last digit of the id, so by chance) in each at any time.
 * What moves in the control weeks is what the effect of the nudge is measured against; and nobody hears it in two weeks running.
 */
export function isNudgeWeek(memberId: string, day: LocalDate): boolean {
  const week = daysBetween(A_MONDAY, mondayOf(day)) / 7
  return (Number.parseInt(memberId.slice(-1), 16) + week) % 2 === 0
}

const A_MONDAY: LocalDate = '2024-01-01'
