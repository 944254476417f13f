import { newId } from '../../base/ids.ts'
import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { defaultMetrics } from './default-metrics.ts'
import { byHouse, type Metric } from './metric.ts'
import { insertMetrics, readMetrics } from './store/catalogue.ts'

export { type Metric, metricName } from './metric.ts'
export { showValue } from './show-value.ts'

/** The metrics of which people record values now, in the order in which the team shows them. */
export async function metricsOf(tx: Tx, teamId: string): Promise<readonly Metric[]> {
  return (await shownMetricsOf(tx, teamId)).filter(
    ({ formula, reportedBy }) => formula === null && reportedBy !== byHouse,
  )
}

/** Those, the ones that the house counts, and the ones that are worked out from them: what can be shown. */
export function shownMetricsOf(tx: Tx, teamId: string): Promise<readonly Metric[]> {
  return readMetrics(tx, teamId, 'active')
}

/** Those that are archived, too. */
export function everyMetricOf(tx: Tx, teamId: string): Promise<readonly Metric[]> {
  return readMetrics(tx, teamId, 'all')
}

/** Gives a new team the usual metrics; whatever it already has stays as it is. */
export async function createDefaultMetrics(tx: Tx, team: Pick<Team, 'id'>, now?: Date): Promise<void> {
  await insertMetrics(
    tx,
    team.id,
    defaultMetrics.map((metric, position) => ({ ...metric, id: newId(now), position })),
  )
}
