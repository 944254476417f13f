import { type Period, previous } from '../../calendar/periods.ts'
import { toLocal } from '../../calendar/zone.ts'
import { atLeast, type Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { everyMetricOf, type Metric } from '../metrics/catalogue.ts'
import { findKey } from '../metrics/metric.ts'
import { ownCurrency } from '../metrics/metric-settings.ts'
import { inItsCurrency } from '../metrics/money/conversion.ts'
import { refuseUnrated } from '../metrics/money/rate-words.ts'
import { readFigures } from '../metrics/read-figures.ts'
import { membersOf, type TeamMember } from '../team/members.ts'
import { type Board, buildBoard } from './board.ts'
import { boardSettings } from './board-settings.ts'

interface Wanted {
  readonly metric: Metric
  readonly period: Period
  readonly until: Date
  /** `kept`: from the sums as they are now, whose cost does not grow with the entries. `then`: exactly as it was at `until`. */
  readonly sums: 'kept' | 'then'
}

export async function readBoard(tx: Tx, team: Team, { metric, period, until, sums }: Wanted): Promise<Board> {
  const { topRows } = boardSettings(team)
  const members = await membersAt(tx, team, period, until)
  const memberIds = members.map(member => member.memberId)
  const all = metric.formula === null ? [metric] : await everyMetricOf(tx, team.id)
  const over = ({ from, to }: Period) => ({ metric, all, from, to })
  const asOf = sums === 'then' ? { asOf: { at: until, memberIds } } : {}
  const { figures, converted } = await readFigures(tx, team, { ...over(period), ...asOf })
  refuseUnrated(converted)
  const before = await readFigures(tx, team, over(previous(period)))
  return buildBoard({
    ...{ period, until, topRows, figures, converted },
    metric: inItsCurrency(metric, all, ownCurrency(team)),
    parts: metric.formula === null ? [] : all,
    direction: metric.direction === 'less' ? 'least' : 'most',
    members: members.map(({ memberId, name, role }) => ({ memberId, name, sells: !atLeast(role, 'manager') })),
    before: before.converted?.missing ? [] : before.figures,
  })
}

/** Who was on the team when the period ended, or is now while it lasts. */
export async function membersAt(tx: Tx, team: Team, period: Period, now: Date): Promise<readonly TeamMember[]> {
  const today = toLocal(now, team.zone).date
  const over = period.to < today
  return membersOf(tx, team, over ? period.to : today)
}

/** The board of the first metric in the team's list that anybody has a value of; else of the first; null without metrics. */
export async function readMainBoard(
  tx: Tx,
  team: Team,
  metrics: readonly Metric[],
  wanted: Omit<Wanted, 'metric'>,
): Promise<Board | null> {
  const chosen = boardSettings(team)
    .weekly.map(key => findKey(metrics, key))
    .filter(metric => metric !== null)
  let first: Board | null = null
  for (const metric of chosen.length > 0 ? chosen : metrics.slice(0, 1)) {
    const board = await readBoard(tx, team, { ...wanted, metric })
    if (board.rows.length > 0) return board
    first ??= board
  }
  return first
}
