import { type Period, previous } from '../../calendar/periods.ts'
import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { everyMetricOf } from '../metrics/catalogue.ts'
import type { MemberFigure } from '../metrics/figures.ts'
import type { Metric } from '../metrics/metric.ts'
import { ownCurrency } from '../metrics/metric-settings.ts'
import { type Converted, inItsCurrency } from '../metrics/money/conversion.ts'
import { refuseUnrated } from '../metrics/money/rate-words.ts'
import { readFigures } from '../metrics/read-figures.ts'
import { membersTargetsIn } from '../targets/store.ts'
import type { Target } from '../targets/target.ts'
import { type Board, buildBoard } from './board.ts'
import { boardSettings } from './board-settings.ts'
import { asListed, comparedOn, type Wanted as WantedBoard } from './read-board.ts'
import { partOf, type Score, scoreOf, type Weighted } from './scorecard.ts'
import { weightedBy } from './scorecard-setting.ts'
import { scorecardMetric } from './scorecard-words.ts'

/** What the team's scorecard adds up, of the metrics that it shows; empty where it has none. */
export function weightsOf(team: Team, metrics: readonly Metric[]): readonly Weighted[] {
  return weightedBy(boardSettings(team).scorecard, metrics)
}

interface Wanted extends Pick<Board, 'period' | 'until' | 'newcomers'>, Pick<WantedBoard, 'sums'> {
  readonly weights: readonly Weighted[]
  /** Every metric that the team shows. */
  readonly metrics: readonly Metric[]
}

/** The board by the team's scorecard. */
export async function readScorecard(tx: Tx, team: Team, wanted: Wanted): Promise<Board> {
  const { weights, metrics, period, until, newcomers, sums } = wanted
  const members = await comparedOn(tx, team, { period, until, newcomers })
  const memberIds = members.map(({ memberId }) => memberId)
  const { scores, converted } = await readScores(tx, team, {
    weights,
    period,
    memberIds,
    ...(sums === 'then' && { at: until }),
  })
  for (const one of converted) refuseUnrated(one)
  const before = await readScores(tx, team, { weights, period: previous(period), memberIds })
  return buildBoard({
    ...{ metric: scorecardMetric(metrics), parts: [], basis: 'figure', direction: 'most', newcomers, period, until },
    ...{ scorecard: { weights, scores }, converted: together(converted), topRows: boardSettings(team).topRows },
    members: members.map(asListed),
    figures: pointsIn(scores),
    before: before.converted.some(({ missing }) => missing !== null) ? [] : pointsIn(before.scores),
  })
}

/**
 * How each of those members stands, part by part: exactly as it was then, or without `at` from the sums as they are now, by as
 * many queries as there are metrics in it.
 */
export async function readScores(
  tx: Tx,
  team: Team,
  asked: {
    readonly weights: readonly Weighted[]
    readonly period: Period
    readonly memberIds: readonly string[]
    readonly at?: Date
  },
): Promise<{ readonly scores: ReadonlyMap<string, Score>; readonly converted: readonly Converted[] }> {
  const { weights, period, memberIds, at } = asked
  const stretch = at ? { asOf: { at, memberIds } } : { memberIds }
  const { from, to } = period
  const all = await everyMetricOf(tx, team.id)
  const targets = await membersTargetsIn(tx, team.id, period)
  const columns: Column[] = []
  for (const { metric, weight } of weights) {
    const { figures, converted } = await readFigures(tx, team, { metric, all, from, to, ...stretch })
    const own = targets.filter(({ metricId }) => metricId === metric.id)
    columns.push({ metric: inItsCurrency(metric, all, ownCurrency(team)), weight, figures, own, converted })
  }
  const scores = memberIds.map(memberId => {
    const isTheirs = (one: { readonly memberId: string | null }) => one.memberId === memberId
    const parts = columns.map(({ metric, weight, figures, own }) => {
      const facts = { figure: figures.find(isTheirs)?.value ?? null, target: own.find(isTheirs)?.value ?? null }
      return partOf({ metric, weight }, facts)
    })
    return [memberId, scoreOf(parts)] as const
  })
  return { scores: new Map(scores), converted: columns.flatMap(({ converted }) => converted ?? []) }
}

/** A part of the scorecard, of everybody. */
interface Column extends Weighted {
  readonly figures: readonly MemberFigure[]
  readonly own: readonly Target[]
  readonly converted: Converted | null
}

function pointsIn(scores: ReadonlyMap<string, Score>) {
  return [...scores].flatMap(([memberId, { points }]) => (points === null ? [] : [{ memberId, value: points }]))
}

/** All are converted into the team's own currency, some perhaps at the same rates. */
function together(all: readonly Converted[]): Converted | null {
  const [first] = all
  if (!first) return null
  const rates = all.flatMap(one => one.rates)
  return { ...first, rates: [...new Map(rates.map(rate => [`${rate.currency}:${rate.date}`, rate])).values()] }
}
