import { daysBetween, type LocalDate } from '../../calendar/dates.ts'
import type { Direction } from '../boards/rank.ts'
import type { Metric } from '../metrics/metric.ts'
import type { Converted } from '../metrics/money/conversion.ts'
import { cardOf, linesOf, metGoals } from './bingo.ts'
import type { Contest, Entrant, Rule } from './contest.ts'
import { roundsOf } from './elimination.ts'
import { counted, type Day, running, valuesOver } from './figures.ts'
import { rankByScore } from './rank-by-score.ts'

/** All that decides where everybody stands. */
export interface Play {
  readonly contest: Pick<Contest, 'rule' | 'period' | 'seed'>
  readonly metric: Metric | null
  /** Whatever it may be worked out from. */
  readonly all: readonly Metric[]
  readonly direction: Direction
  readonly entrants: readonly Entrant[]
  /** None while a rate is missing. */
  readonly days: readonly Day[]
  /** How amounts of several currencies came together. */
  readonly converted: Converted | null
  /** The round that is played, for an elimination. */
  readonly round: number
}

/** Where somebody stands, or, in a contest of sides, a side: its `memberId` is `side:0`. */
export interface Place {
  readonly memberId: string
  readonly name: string
  readonly rank: number
  readonly score: readonly number[]
  /** What is shown: a figure, percents of the own measure, marks passed or lines. */
  readonly value: number
  /** Has anything to show: nobody is listed, and nobody wins, without. */
  readonly counts: boolean
  /** When the mark, or the last mark passed, was reached. */
  readonly on: LocalDate | null
}

type Unranked = Omit<Place, 'rank'>

/** After everybody with any score. */
const NEVER = -1e9

export function placesOf(play: Play): readonly Place[] {
  return rankByScore(unranked(play, play.contest.rule))
}

function unranked(play: Play, rule: Rule): readonly Unranked[] {
  switch (rule.kind) {
    case 'most':
      return byValue(play)
    case 'first':
      return byMarks(play, [rule.mark])
    case 'race':
      return byMarks(play, rule.marks)
    case 'elimination':
      return byRound(play, rule.rounds)
    case 'bingo':
      return byCard(play, rule)
    case 'teams':
      return bySide(play, rule.sides)
  }
}

/** By member id, what counts: of a period within the contest, or of all of it. */
function countedValues(play: Play, within?: { from: LocalDate; to: LocalDate }): ReadonlyMap<string, number> {
  const { metric, all, entrants, days } = play
  if (metric === null) return new Map()
  const values = valuesOver(
    metric,
    all,
    within ? days.filter(({ date }) => date >= within.from && date <= within.to) : days,
  )
  return new Map(
    entrants.flatMap(({ memberId, divisor }) => {
      const value = values.get(memberId)
      return value === undefined ? [] : [[memberId, counted(value, divisor)] as const]
    }),
  )
}

function byValue(play: Play): readonly Unranked[] {
  const values = countedValues(play)
  const least = play.direction === 'least'
  return play.entrants.map(({ memberId, name }) => {
    const value = values.get(memberId)
    const score = value === undefined ? NEVER : least ? -value : value
    const counts = value !== undefined && (least || value > 0)
    return { memberId, name, score: [score], value: value ?? 0, counts, on: null }
  })
}

/** The marks passed; among equals the earlier day of the last one; before the first, the sum. A day is the finest measure. */
function byMarks({ contest, metric, all, entrants, days }: Play, marks: readonly number[]): readonly Unranked[] {
  const divisors = new Map(entrants.map(({ memberId, divisor }) => [memberId, divisor]))
  const passed = new Map<string, { count: number; on: LocalDate | null; value: number }>()
  for (const { date, memberId, value } of metric === null ? [] : running(metric, all, days)) {
    const sum = counted(value, divisors.get(memberId) ?? null)
    const { count, on } = passed.get(memberId) ?? { count: 0, on: null }
    const now = Math.max(count, marks.filter(mark => sum >= mark).length)
    passed.set(memberId, { count: now, on: now > count ? date : on, value: sum })
  }
  return entrants.map(({ memberId, name }) => {
    const { count, on, value } = passed.get(memberId) ?? { count: 0, on: null, value: 0 }
    const then = on === null ? value : -daysBetween(contest.period.from, on)
    const shown = marks.length === 1 ? value : count
    return { memberId, name, score: [count, then], value: shown, counts: value > 0, on }
  })
}

/** Who has gone on, by their value of this round; then who has not, the later ones first. */
function byRound(play: Play, rounds: number): readonly Unranked[] {
  const values = countedValues(play, roundsOf(play.contest.period, rounds)[play.round - 1])
  return play.entrants.map(({ memberId, name, leftRound }) => {
    const value = values.get(memberId) ?? 0
    const score = leftRound === null ? [rounds + 1, value] : [leftRound, 0]
    return { memberId, name, score, value, counts: leftRound === null, on: null }
  })
}

function byCard({ contest: { seed }, all, entrants, days }: Play, rule: Rule & { kind: 'bingo' }): readonly Unranked[] {
  const keys = new Map(all.map(({ id, key }) => [id, key]))
  const byMember = Map.groupBy(days, day => day.memberId)
  return entrants.map(({ memberId, name }) => {
    const card = cardOf({ ...rule, seed }, memberId)
    const met = metGoals(card, byMember.get(memberId) ?? [], id => keys.get(id))
    const [lines, goals] = [linesOf(met), met.filter(Boolean).length]
    return { memberId, name, score: [lines, goals], value: lines, counts: goals > 0, on: null }
  })
}

/** A side's value is the average of its members': sides need not be equally large. */
function bySide(play: Play, sides: readonly string[]): readonly Unranked[] {
  const values = countedValues(play)
  const addsUp = play.metric !== null && play.metric.formula === null && play.metric.aggregation === 'sum'
  return sides.map((name, side) => {
    const own = play.entrants.filter(entrant => entrant.side === side)
    // Of a count, nothing recorded is 0; of a rate there is nothing to average.
    const figures = own.flatMap(({ memberId }) => values.get(memberId) ?? (addsUp ? 0 : []))
    const value = figures.length === 0 ? 0 : figures.reduce((sum, one) => sum + one, 0) / figures.length
    const shown = Math.round(value * 100) / 100
    return { memberId: `side:${side}`, name, score: [shown], value: shown, counts: shown > 0, on: null }
  })
}

/** Those of the first rank, if they have done what the contest asks for at all. */
export function winnersOf(rule: Rule, places: readonly Place[]): readonly Place[] {
  return places.filter(place => place.rank === 1 && place.counts && hasDoneIt(rule, place))
}

function hasDoneIt({ kind }: Rule, { score, value }: Place): boolean {
  if (kind === 'first' || kind === 'race' || kind === 'bingo') return (score[0] ?? 0) >= 1
  return kind !== 'elimination' || value > 0
}
