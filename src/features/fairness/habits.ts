import type { LocalDate } from '../../calendar/dates.ts'
import { isCopy } from '../reports/quality.ts'

// Ways of reporting that may hide how the days really went. Each rule says how often it takes honest people for such:
// test/features/fairness/honest-data.test.ts holds it to that.

export const habitKinds = ['copied', 'burst', 'round'] as const
export type HabitKind = (typeof habitKinds)[number]

/** What was noticed, and the facts behind it. */
export type Habit =
  /** So many of the last days say just what the day before said. */
  | { readonly kind: 'copied'; readonly copies: number; readonly days: number }
  /** So many days were filled in within `minutes`, most of them afterwards. */
  | { readonly kind: 'burst'; readonly days: number; readonly minutes: number }
  /** So many of the counts end in 0 or 5. */
  | { readonly kind: 'round'; readonly round: number; readonly counts: number }

/** A report as far as these rules look at it. */
export interface Day {
  readonly date: LocalDate
  readonly values: Readonly<Record<string, number>>
  readonly notes: readonly string[]
  readonly submittedAt: Date
  readonly isBackFilled: boolean
}

/** Of the last ten days, four that repeat the one before. Small counts repeat by chance, so those days do not tell. */
const COPY_WINDOW = 10
const MOST_COPIES = 3
/** What a day adds up to at least to tell anything when it is repeated. */
const LEAST_TOTAL = 8

/** Three days at least within half an hour, two of them after they had closed: nobody remembers each of them as it was. */
const LEAST_BURST = 3
const LEAST_LATE = 2
const BURST_MS = 30 * 60_000

/**
 * A count from 8 up ends in 0 or 5 in about one case of five. Of twelve or more that three quarters do is chance less than
 * once in a thousand; what is lower than 8 is round too easily.
 */
const LEAST_ROUND = 8
const LEAST_COUNTS = 12
const ROUND_SHARE = 0.75

/** `days` from the earliest; `counted` are the keys of metrics that count things. Money is often round in truth. */
export function habitsIn(days: readonly Day[], counted: ReadonlySet<string>): readonly Habit[] {
  return [copying(days), bursting(days), rounding(days, counted)].filter(habit => habit !== null)
}

function copying(days: readonly Day[]): Habit | null {
  const recent = days.slice(-COPY_WINDOW - 1)
  const copies = recent.filter((day, at) => {
    const before = recent[at - 1]
    return before !== undefined && totalOf(day) >= LEAST_TOTAL && isCopy(day, before)
  }).length
  return copies > MOST_COPIES ? { kind: 'copied', copies, days: recent.length } : null
}

function totalOf({ values }: Day): number {
  return Object.values(values).reduce((sum, value) => sum + Math.abs(value), 0)
}

function bursting(days: readonly Day[]): Habit | null {
  const inOrder = days.toSorted((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime())
  const bursts = inOrder.map((first, at) => inOrder.slice(at).filter(day => msBetween(first, day) <= BURST_MS))
  const telling = bursts.filter(burst => burst.filter(({ isBackFilled }) => isBackFilled).length >= LEAST_LATE)
  const largest = telling.reduce((best, one) => (one.length > best.length ? one : best), [])
  const [first, last] = [largest[0], largest.at(-1)]
  if (first === undefined || last === undefined || largest.length < LEAST_BURST) return null
  return { kind: 'burst', days: largest.length, minutes: Math.ceil(msBetween(first, last) / 60_000) }
}

function msBetween(one: Day, later: Day): number {
  return later.submittedAt.getTime() - one.submittedAt.getTime()
}

function rounding(days: readonly Day[], counted: ReadonlySet<string>): Habit | null {
  const counts = days.flatMap(({ values }) =>
    Object.entries(values).flatMap(([key, value]) => (counted.has(key) && value >= LEAST_ROUND ? [value] : [])),
  )
  const round = counts.filter(count => count % 5 === 0).length
  if (counts.length < LEAST_COUNTS || round < counts.length * ROUND_SHARE) return null
  return { kind: 'round', round, counts: counts.length }
}
