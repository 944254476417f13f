import type { LocalDate } from '../../../calendar/dates.ts'
import type { Team } from '../../../context.ts'
import type { Tx } from '../../../store/transaction.ts'
import { everyMetricOf, type Metric } from '../../metrics/catalogue.ts'
import { sumsAsOf, sumsOf } from '../../metrics/entries.ts'
import { memberFigures, sourcesOf } from '../../metrics/figures.ts'
import { findKey } from '../../metrics/metric.ts'
import type { Pool, PoolProgress } from './pool.ts'
import { poolsOn } from './store.ts'

/** The team's pools of that day, running or reached, with how far they have come, or had by `asOf`. */
export async function poolsOf(
  tx: Tx,
  team: Team,
  date: LocalDate,
  asOf: Date | null = null,
): Promise<readonly PoolProgress[]> {
  return progressOf(tx, team, await poolsOn(tx, team.id, date), asOf)
}

/** `asOf`: by what was recorded until then; null for all that is. A pool that is settled stays as it was settled. */
export async function progressOf(
  tx: Tx,
  team: Team,
  pools: readonly Pool[],
  asOf: Date | null,
): Promise<readonly PoolProgress[]> {
  if (pools.length === 0) return []
  const all = await everyMetricOf(tx, team.id)
  const found: PoolProgress[] = []
  for (const pool of pools) {
    const metric = findKey(all, pool.metricKey)
    if (metric === null) continue
    const value = pool.settled ?? (await teamFigure(tx, metric, all, { ...pool.period, asOf }))
    found.push({ pool, metric, value, share: value / pool.target })
  }
  return found
}

/** What all members together come to; a formula is worked out from the sums of all. */
export async function teamFigure(
  tx: Tx,
  metric: Metric,
  all: readonly Metric[],
  { from, to, asOf }: { readonly from: LocalDate; readonly to: LocalDate; readonly asOf: Date | null },
): Promise<number> {
  const filter = { metricIds: sourcesOf(metric, all).map(({ id }) => id), from, to }
  const kept = await sumsOf(tx, filter)
  const memberIds = [...new Set(kept.map(({ memberId }) => memberId))]
  const sums = asOf === null ? kept : await sumsAsOf(tx, { ...filter, memberIds }, asOf)
  const together = [...Map.groupBy(sums, ({ metricId }) => metricId)].map(([metricId, own]) => ({
    ...{ metricId, memberId: 'team' },
    value: own.reduce((sum, { value }) => sum + value, 0),
    entries: own.reduce((sum, { entries }) => sum + entries, 0),
  }))
  return memberFigures(metric, all, together)[0]?.value ?? 0
}
