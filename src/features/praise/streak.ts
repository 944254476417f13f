import type { LocalDate } from '../../calendar/dates.ts'
import type { Praise, SaidPraise } from './praise.ts'

/** Beyond these nobody needs telling any more. */
export const marks: readonly number[] = [5, 10, 20, 50, 100, 200, 500, 1000]

/** A round that a member was expected to answer, and whether they did so in time. */
export interface Expected {
  readonly date: LocalDate
  readonly onTime: boolean
}

/** A member's rounds, oldest first: only those that they were expected to answer, so a day off is not among them. */
export interface History {
  readonly memberId: string
  readonly rounds: readonly Expected[]
  /** There are no earlier rounds than these. */
  readonly whole: boolean
}

/** How many in a row up to and including the round at `last`, and when the first of them was. */
function runUpTo(
  rounds: readonly Expected[],
  last: number,
): { readonly length: number; readonly from: LocalDate } | null {
  let first = last
  while (rounds[first]?.onTime === true) first -= 1
  const from = rounds[first + 1]?.date
  return from === undefined || first === last ? null : { length: last - first, from }
}

/** Whether the run at the end may have begun before what is known of the member. */
export function mayBeLonger({ rounds, whole }: History): boolean {
  return !whole && rounds.length > 0 && rounds.every(({ onTime }) => onTime)
}

/**
 * The highest mark that a member has come to since `from`. Within one run a mark is praised once, and none below it: leave
 * that is put in afterwards joins runs, and must not make old marks new.
 */
export function streakOf(history: History, from: LocalDate, said: readonly SaidPraise[]): Praise | null {
  const { memberId, rounds, whole } = history
  for (let last = rounds.length - 1; last >= 0; last--) {
    const round = rounds[last]
    if (round === undefined || round.date < from) return null
    const run = runUpTo(rounds, last)
    const isKnown = run !== null && (whole || run.length <= last)
    if (!isKnown || !marks.includes(run.length)) continue
    const { length } = run
    if (said.some(it => it.memberId === memberId && isWithin(it, run))) return null
    return { memberId, subject: `${length}:${run.from}`, since: round.date, deed: { rule: 'streak', length } }
  }
  return null
}

function isWithin({ deed, on }: SaidPraise, run: { readonly length: number; readonly from: LocalDate }): boolean {
  return deed.rule === 'streak' && deed.length >= run.length && on >= run.from
}
