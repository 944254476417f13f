import { createRandom } from '../../base/random.ts'
import { seedFor, shuffled } from './draw.ts'
import type { Day } from './figures.ts'

/** A small goal of a card. `total` over the contest, on one `day`, or on so many `days` at least one. */
export interface Goal {
  readonly metricKey: string
  readonly kind: 'total' | 'day' | 'days'
  readonly mark: number
}

const SIDE = 3

/** Three rows, three columns and both diagonals of a card, by the numbers of its goals. */
const lines = [
  ...[0, 1, 2].map(row => [0, 1, 2].map(at => row * SIDE + at)),
  ...[0, 1, 2].map(column => [0, 1, 2].map(at => at * SIDE + column)),
  [0, 4, 8],
  [2, 4, 6],
]

/**
 * A member's card: nine goals in rows of three, drawn from the contest's seed and the member's id alone. `usual` is what
 * a workday has of each metric, `days` the workdays of the contest.
 */
export function cardOf(
  { seed, usual, days }: { seed: number; usual: Readonly<Record<string, number>>; days: number },
  memberId: string,
): readonly Goal[] {
  const random = createRandom(seedFor(seed, memberId))
  return shuffled(goalsFor(usual, days), nameOfGoal, random).slice(0, SIDE * SIDE)
}

/** More than a card has room for, whatever the metrics; no two of them alike. */
function goalsFor(usual: Readonly<Record<string, number>>, days: number): readonly Goal[] {
  const goals = new Map<string, Goal>()
  const add = (goal: Goal) => goals.set(nameOfGoal(goal), goal)
  for (const [metricKey, perDay] of Object.entries(usual)) {
    for (const part of [0.25, 0.5, 0.75, 1]) add({ metricKey, kind: 'total', mark: handy(perDay * days * part) })
    for (const part of [1, 1.5, 2]) add({ metricKey, kind: 'day', mark: handy(perDay * part) })
    for (const part of days < 2 ? [] : [0.3, 0.5, 0.7])
      add({ metricKey, kind: 'days', mark: Math.max(2, Math.round(days * part)) })
  }
  // Small numbers round to the same goal; what is missing is made up with ever more of one metric after the other.
  const metricKeys = Object.keys(usual)
  for (let mark = 1; metricKeys.length > 0 && goals.size < SIDE * SIDE; mark++)
    for (const metricKey of metricKeys) add({ metricKey, kind: 'total', mark })
  return [...goals.values()]
}

const nameOfGoal = ({ metricKey, kind, mark }: Goal) => `${metricKey} ${kind} ${mark}`

/** A whole number of two leading digits: 37, 240, 15000; at least 1. */
function handy(value: number): number {
  if (value < 10) return Math.max(1, Math.round(value))
  const scale = 10 ** (Math.floor(Math.log10(value)) - 1)
  return Math.round(value / scale) * scale
}

/** Which goals of the card are met; `days` are one member's, of any metrics, told apart by `keyOf`. */
export function metGoals(
  card: readonly Goal[],
  days: readonly Day[],
  keyOf: (metricId: string) => string | undefined,
): readonly boolean[] {
  const byMetric = Map.groupBy(days, day => keyOf(day.metricId))
  return card.map(({ metricKey, kind, mark }) => {
    const values = (byMetric.get(metricKey) ?? []).map(day => day.value)
    if (kind === 'total') return values.reduce((sum, value) => sum + value, 0) >= mark
    return values.filter(value => value >= (kind === 'day' ? mark : 1)).length >= (kind === 'day' ? 1 : mark)
  })
}

/** How many lines of the card are complete. */
export function linesOf(met: readonly boolean[]): number {
  return lines.filter(line => line.every(at => met[at])).length
}
