import type { LocalDate } from '../../calendar/dates.ts'
import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import type { Direction } from '../boards/rank.ts'
import { everyMetricOf, type Metric } from '../metrics/catalogue.ts'
import { sourcesOf } from '../metrics/figures.ts'
import { findKey } from '../metrics/metric.ts'
import { ownCurrency } from '../metrics/metric-settings.ts'
import { amountsOf, convertedIn } from '../metrics/money/amounts.ts'
import { inItsCurrency, mixesCurrencies } from '../metrics/money/conversion.ts'
import { refuseUnrated } from '../metrics/money/rate-words.ts'
import { readDailyAmounts } from '../metrics/read-figures.ts'
import { membersOf } from '../team/members.ts'
import type { Contest, Entrant } from './contest.ts'
import { roundOn } from './elimination.ts'
import type { Play } from './standing.ts'
import { entrantRows } from './store.ts'

interface Wanted {
  /** Who is in the team on that day takes part. */
  readonly date: LocalDate
  /** Only what was recorded until then; null for all that is, from sums whose cost does not grow with the entries. */
  readonly asOf: Date | null
  /** Of an elimination; the one of `date` unless told. */
  readonly round?: number
}

export async function readPlay(tx: Tx, team: Team, contest: Contest, { date, asOf, round }: Wanted): Promise<Play> {
  const all = await everyMetricOf(tx, team.id)
  const metric = contest.metricKey === null ? null : findKey(all, contest.metricKey)
  const entrants = await entrantsOf(tx, team, contest, date)
  const memberIds = entrants.map(({ memberId }) => memberId)
  const { rule, period } = contest
  const amounts = await readDailyAmounts(tx, team, {
    ...{ metrics: metric === null ? countedMetrics(null, all) : [metric], all, memberIds },
    ...{ from: period.from, to: period.to },
    ...(asOf !== null && { asOf: { at: asOf, memberIds } }),
  })
  return {
    ...{ contest, all, entrants, direction: directionOf(metric) },
    metric: metric && inItsCurrency(metric, all, ownCurrency(team)),
    days: metric === null ? amounts.recorded : amountsOf(metric, all, amounts),
    converted: metric && convertedIn(metric, all, amounts),
    round: rule.kind === 'elimination' ? (round ?? roundOn(period, rule.rounds, date)) : 0,
  }
}

/** Throws UserError where the figures lack a rate, so that nothing is decided by a part of them. */
export async function refuseUnratedPlay(tx: Tx, team: Team, contest: Contest, wanted: Wanted): Promise<void> {
  const all = await everyMetricOf(tx, team.id)
  const metric = contest.metricKey === null ? null : findKey(all, contest.metricKey)
  if (metric === null || !mixesCurrencies(metric, all, ownCurrency(team))) return
  refuseUnrated((await readPlay(tx, team, contest, wanted)).converted)
}

/** Where no metric is named all those count of which days can be counted. */
export function countedMetrics(metric: Metric | null, all: readonly Metric[]): readonly Metric[] {
  if (metric !== null) return sourcesOf(metric, all)
  return all.filter(
    ({ formula, aggregation, direction }) => formula === null && aggregation === 'sum' && direction === 'more',
  )
}

export function directionOf(metric: Metric | null): Direction {
  return metric?.direction === 'less' ? 'least' : 'most'
}

/** Who takes part and is in the team on that day. */
async function entrantsOf(tx: Tx, team: Team, { id }: Contest, date: LocalDate): Promise<readonly Entrant[]> {
  const names = new Map((await membersOf(tx, team, date)).map(({ memberId, name }) => [memberId, name]))
  return (await entrantRows(tx, id)).flatMap(row => {
    const name = names.get(row.memberId)
    return name === undefined ? [] : [{ ...row, name }]
  })
}
