import type { LocalDate } from '../../../calendar/dates.ts'
import type { Team } from '../../../context.ts'
import type { Tx } from '../../../store/transaction.ts'
import { everyMetricOf, type Metric } from '../../metrics/catalogue.ts'
import { findKey } from '../../metrics/metric.ts'
import { ownCurrency } from '../../metrics/metric-settings.ts'
import { convertedIn, figureTogether } from '../../metrics/money/amounts.ts'
import { type Converted, inItsCurrency } from '../../metrics/money/conversion.ts'
import { readAmounts } from '../../metrics/read-figures.ts'
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
    const now = await figureFor(tx, team, { pool, metric, all, asOf })
    const shown = inItsCurrency(metric, all, ownCurrency(team))
    found.push({ pool, metric: shown, ...now, share: now.value / pool.target })
  }
  return found
}

interface TeamFigure {
  readonly value: number
  readonly converted: Converted | null
}

async function figureFor(
  tx: Tx,
  team: Team,
  { pool, ...of }: { readonly pool: Pool } & Pick<Asked, 'metric' | 'all' | 'asOf'>,
): Promise<TeamFigure> {
  if (pool.settled !== null) return { value: pool.settled, converted: null }
  return teamFigure(tx, team, { ...of, from: pool.period.from, to: pool.period.to })
}

interface Asked {
  readonly metric: Metric
  readonly all: readonly Metric[]
  readonly from: LocalDate
  readonly to: LocalDate
  readonly asOf: Date | null
}

/** What all members together come to; a formula is worked out from the sums of all. */
export async function teamFigure(tx: Tx, team: Team, { metric, all, from, to, asOf }: Asked): Promise<TeamFigure> {
  const wanted = { metrics: [metric], all, from, to }
  const kept = await readAmounts(tx, team, wanted)
  const memberIds = [...new Set([...kept.recorded, ...kept.converted].map(({ memberId }) => memberId))]
  const amounts = asOf === null ? kept : await readAmounts(tx, team, { ...wanted, asOf: { at: asOf, memberIds } })
  return { value: figureTogether(metric, all, amounts) ?? 0, converted: convertedIn(metric, all, amounts) }
}
