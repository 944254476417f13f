import { addDays, earlier } from '../../calendar/dates.ts'
import type { Period } from '../../calendar/periods.ts'
import { toLocal } from '../../calendar/zone.ts'
import { atLeast, type Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { everyMetricOf, type Metric } from '../metrics/catalogue.ts'
import type { MemberFigure } from '../metrics/figures.ts'
import { ownCurrency } from '../metrics/metric-settings.ts'
import { inItsCurrency } from '../metrics/money/conversion.ts'
import { refuseUnrated } from '../metrics/money/rate-words.ts'
import { readFigures } from '../metrics/read-figures.ts'
import { membersOf, type TeamMember } from '../team/members.ts'
import { type Basis, onBasis, usualBasis } from './basis.ts'
import { type Board, type BoardFacts, buildBoard } from './board.ts'
import { boardSettings } from './board-settings.ts'
import { periodBefore } from './period-before.ts'
import { type Measured, readYardsticks, targetsOf } from './read-yardsticks.ts'

export interface Wanted {
  readonly metric: Metric
  readonly period: Period
  readonly until: Date
  /** `kept`: from the sums as they are now, whose cost does not grow with the entries. `then`: exactly as it was at `until`. */
  readonly sums: 'kept' | 'then'
  /** `usual` leaves it to the metric and whether people have targets; without it, the figure. */
  readonly basis?: Basis | 'usual' | undefined
  readonly newcomers?: boolean
}

/** Who joined not longer ago than these days is a newcomer. */
const NEWCOMER_DAYS = 90

export async function readBoard(tx: Tx, team: Team, wanted: Wanted): Promise<Board> {
  const { metric, period, until, sums, newcomers = false } = wanted
  const { topRows } = boardSettings(team)
  const today = toLocal(until, team.zone).date
  const members = await comparedOn(tx, team, { period, until, newcomers })
  const memberIds = members.map(member => member.memberId)
  const all = metric.formula === null ? [metric] : await everyMetricOf(tx, team.id)
  const asOf = sums === 'then' ? { asOf: { at: until, memberIds } } : {}
  const { figures, converted } = await readFigures(tx, team, { metric, all, from: period.from, to: period.to, ...asOf })
  refuseUnrated(converted)
  const basis = await basisOf(tx, team, wanted, members)
  const measured = { metric, all, period, members, today }
  return buildBoard({
    ...{ basis, newcomers, period, until, topRows, converted },
    metric: inItsCurrency(metric, all, ownCurrency(team)),
    parts: metric.formula === null ? [] : all,
    direction: metric.direction === 'less' ? 'least' : 'most',
    members: members.map(asListed),
    figures: onBasis(basis, figures, await readYardsticks(tx, team, basis, measured)),
    before: await figuresBefore(tx, team, basis, measured),
  })
}

/** Whom a board over that period compares. */
export async function comparedOn(
  tx: Tx,
  team: Team,
  { period, until, newcomers }: Pick<Board, 'period' | 'until' | 'newcomers'>,
): Promise<readonly TeamMember[]> {
  const everybody = await membersAt(tx, team, period, until)
  const since = addDays(earlier(toLocal(until, team.zone).date, period.to), -NEWCOMER_DAYS)
  return newcomers ? everybody.filter(({ joinedOn }) => joinedOn >= since) : everybody
}

export function asListed({ memberId, name, role }: TeamMember): BoardFacts['members'][number] {
  return { memberId, name, sells: !atLeast(role, 'manager') }
}

async function basisOf(
  tx: Tx,
  team: Team,
  { metric, period, basis = 'figure' }: Wanted,
  members: readonly TeamMember[],
) {
  if (basis !== 'usual') return basis
  const sellers = members.filter(({ role }) => !atLeast(role, 'manager')).map(({ memberId }) => memberId)
  return usualBasis(metric.kind, sellers, await targetsOf(tx, team, { metric, period }))
}

/** For the movement; progress and records are not compared with those of the period before. */
async function figuresBefore(tx: Tx, team: Team, basis: Basis, measured: Measured): Promise<readonly MemberFigure[]> {
  if (basis === 'improvement' || basis === 'own-best') return []
  const { metric, all } = measured
  const period = periodBefore(measured.period, team.calendar)
  const { figures, converted } = await readFigures(tx, team, { metric, all, from: period.from, to: period.to })
  if (converted?.missing) return []
  return onBasis(basis, figures, await readYardsticks(tx, team, basis, { ...measured, period }))
}

/** Who was on the team when the period ended, or is now while it lasts. */
export async function membersAt(tx: Tx, team: Team, period: Period, now: Date): Promise<readonly TeamMember[]> {
  const today = toLocal(now, team.zone).date
  const over = period.to < today
  return membersOf(tx, team, over ? period.to : today)
}
