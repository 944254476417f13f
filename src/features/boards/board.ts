import type { Period } from '../../calendar/periods.ts'
import { figureOf, type Metric } from '../metrics/metric.ts'
import { type Direction, gapAbove, type Movement, movementOf, type Ranked, type Row, rank, topOf } from './rank.ts'

/** Members ranked by a metric over a period. */
export interface Board {
  readonly metric: Metric
  readonly period: Period
  /** What was recorded later is not in it. */
  readonly until: Date
  /** Everybody who has a value, best first. */
  readonly rows: readonly BoardRow[]
  /** The rows that the whole group may see. */
  readonly top: readonly BoardRow[]
}

export interface BoardRow extends Ranked {
  readonly name: string
  /** Null when nobody had a rank in the period before. */
  readonly movement: Movement | null
  /** How far from the next better value; null for the first. */
  readonly gap: number | null
}

interface Sum {
  readonly memberId: string
  readonly value: number
  readonly entries: number
}

/** What a board is made of. */
export interface BoardFacts {
  readonly metric: Metric
  readonly period: Period
  readonly until: Date
  readonly direction: Direction
  /** How many ranks are shown to all. */
  readonly topRows: number
  /** Who is on the team at the end of the period; nobody else is listed. `sells`: is expected to have a value. */
  readonly members: readonly { readonly memberId: string; readonly name: string; readonly sells: boolean }[]
  readonly sums: readonly Sum[]
  /** The sums of the period before. */
  readonly before: readonly Sum[]
}

export function buildBoard({ metric, period, until, direction, topRows, members, sums, before }: BoardFacts): Board {
  const byId = new Map(members.map(member => [member.memberId, member]))
  const listed = rank(
    rowsOf(metric, direction, sums).filter(row => byId.has(row.memberId)),
    direction,
  )
  const ranksBefore = new Map(rank(rowsOf(metric, direction, before), direction).map(row => [row.memberId, row.rank]))
  const rows = listed.map(row => ({
    ...row,
    name: byId.get(row.memberId)?.name ?? '',
    movement: ranksBefore.size === 0 ? null : movementOf(row.rank, ranksBefore.get(row.memberId)),
    gap: gapAbove(listed, row),
  }))
  const listedIds = new Set(rows.map(row => row.memberId))
  const endsWithLast = members.every(member => !member.sells || listedIds.has(member.memberId))
  return { metric, period, until, rows, top: topOf(rows, topRows, endsWithLast) }
}

/** Who did nothing is not listed. Where less is better, 0 is an achievement, if it was recorded. */
function rowsOf(metric: Metric, direction: Direction, sums: readonly Sum[]): readonly Row[] {
  return sums
    .filter(sum => sum.entries > 0)
    .map(sum => ({ memberId: sum.memberId, value: figureOf(metric, sum) }))
    .filter(row => direction === 'least' || row.value > 0)
}

export function placeOf(board: Board, memberId: string): BoardRow | null {
  return board.rows.find(row => row.memberId === memberId) ?? null
}
