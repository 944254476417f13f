import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import type { Metric } from '../metrics/catalogue.ts'
import { findKey } from '../metrics/metric.ts'
import type { Board } from './board.ts'
import { boardSettings } from './board-settings.ts'
import { readBoard, type Wanted } from './read-board.ts'
import { readScorecard, weightsOf } from './read-scorecard.ts'
import { scorecardMetric } from './scorecard-words.ts'

/**
 * The board of the first in that list, else the week's, that anybody has a value of; else of the first; null without metrics.
 * The team's scorecard may be in it. It compares on own targets alone, so it has no say where another basis is asked for.
 */
export async function readMainBoard(
  tx: Tx,
  team: Team,
  metrics: readonly Metric[],
  wanted: Omit<Wanted, 'metric'>,
  keys: readonly string[] = boardSettings(team).weekly,
): Promise<Board | null> {
  const { basis = 'usual', newcomers = false } = wanted
  const weights = basis === 'usual' || basis === 'attainment' ? weightsOf(team, metrics) : []
  const scorecard = scorecardMetric(metrics)
  const ranked = weights.length === 0 ? metrics : [...metrics, scorecard]
  const chosen = keys.flatMap(key => findKey(ranked, key) ?? [])
  let first: Board | null = null
  for (const metric of chosen.length > 0 ? chosen : metrics.slice(0, 1)) {
    const board =
      metric === scorecard
        ? await readScorecard(tx, team, { ...wanted, newcomers, weights, metrics })
        : await readBoard(tx, team, { ...wanted, metric })
    if (board.rows.length > 0) return board
    first ??= board
  }
  return first
}
