import { addDays, daysBetween, type LocalDate } from '../../calendar/dates.ts'
import { lengthOf, type Period, rangeOf } from '../../calendar/periods.ts'

/** The period cut into that many rounds of whole days, as even as can be, the longer ones first. */
export function roundsOf(period: Period, rounds: number): readonly Period[] {
  const [each, over] = [Math.floor(lengthOf(period) / rounds), lengthOf(period) % rounds]
  return Array.from({ length: rounds }, (_, at) => {
    const from = addDays(period.from, at * each + Math.min(at, over))
    return rangeOf(from, addDays(from, each + (at < over ? 1 : 0) - 1))
  })
}

/** The number, from 1, of the round of that date; before the first it is the first, after the last the last. */
export function roundOn(period: Period, rounds: number, date: LocalDate): number {
  if (daysBetween(period.from, date) < 0) return 1
  const at = roundsOf(period, rounds).findIndex(round => date <= round.to)
  return at < 0 ? rounds : at + 1
}

/**
 * Who no longer takes part after a round: the one with the lowest value. Nobody where several share it, since no figure
 * tells them apart, and nobody where only two would have to go on without a third.
 */
export function leaverOf(values: ReadonlyMap<string, number>): string | null {
  if (values.size <= 2) return null
  const lowest = Math.min(...values.values())
  const [leaver = null, ...others] = [...values].flatMap(([memberId, value]) => (value === lowest ? [memberId] : []))
  return others.length === 0 ? leaver : null
}
