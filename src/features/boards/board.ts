import type { Period } from '../../calendar/periods.ts'
import type { MemberFigure } from '../metrics/figures.ts'
import type { Metric } from '../metrics/metric.ts'
import type { Converted } from '../metrics/money/conversion.ts'
import type { Basis } from './basis.ts'
import { type Direction, gapAbove, type Movement, movementOf, type Ranked, type Row, rank, topOf } from './rank.ts'
import type { Scorecard } from './scorecard.ts'

/** Members ranked by a metric over a period. */
export interface Board {
  readonly metric: Metric
  /** What its metric is worked out from. */
  readonly parts: readonly Metric[]
  readonly converted: Converted | null
  readonly basis: Basis
  /** What its points are made of, where it ranks by a scorecard. */
  readonly scorecard?: Scorecard
  /** Only those who joined not long ago are on it. */
  readonly newcomers: boolean
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

/** What a board is made of. */
export interface BoardFacts extends Omit<Board, 'rows' | 'top'> {
  readonly direction: Direction
  /** How many ranks are shown to all. */
  readonly topRows: number
  /** Who is on the team at the end of the period; nobody else is listed. `sells`: is expected to have a value. */
  readonly members: readonly { readonly memberId: string; readonly name: string; readonly sells: boolean }[]
  /** On the board's basis. */
  readonly figures: readonly MemberFigure[]
  /** Those of the period before. */
  readonly before: readonly MemberFigure[]
}

export function buildBoard({ direction, topRows, members, figures, before, ...about }: BoardFacts): Board {
  const byId = new Map(members.map(member => [member.memberId, member]))
  const listed = rank(
    rowsOf(direction, figures).filter(row => byId.has(row.memberId)),
    direction,
  )
  const ranksBefore = new Map(rank(rowsOf(direction, before), direction).map(row => [row.memberId, row.rank]))
  const rows = listed.map(row => ({
    ...row,
    name: byId.get(row.memberId)?.name ?? '',
    movement: ranksBefore.size === 0 ? null : movementOf(row.rank, ranksBefore.get(row.memberId)),
    gap: gapAbove(listed, row),
  }))
  const listedIds = new Set(rows.map(row => row.memberId))
  const endsWithLast = members.every(member => !member.sells || listedIds.has(member.memberId))
  return { ...about, rows, top: topOf(rows, topRows, endsWithLast) }
}

/** Who did nothing is not listed. Where less is better, 0 is an achievement, if it was recorded. */
function rowsOf(direction: Direction, figures: readonly MemberFigure[]): readonly Row[] {
  return figures.filter(({ value }) => direction === 'least' || value > 0)
}

export function placeOf(board: Board, memberId: string): BoardRow | null {
  return board.rows.find(row => row.memberId === memberId) ?? null
}
