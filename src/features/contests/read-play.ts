import type { LocalDate } from '../../calendar/dates.ts'
import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import type { Direction } from '../boards/rank.ts'
import { everyMetricOf, type Metric } from '../metrics/catalogue.ts'
import { dailyAsOf, dailyOf } from '../metrics/entries.ts'
import { sourcesOf } from '../metrics/figures.ts'
import { findKey } from '../metrics/metric.ts'
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
  const filter = {
    metricIds: countedMetrics(metric, all).map(({ id }) => id),
    memberIds: entrants.map(({ memberId }) => memberId),
    ...{ from: contest.period.from, to: contest.period.to },
  }
  const { rule, period } = contest
  return {
    ...{ contest, metric, all, entrants, direction: directionOf(metric) },
    days: asOf === null ? await dailyOf(tx, filter) : await dailyAsOf(tx, filter, asOf),
    round: rule.kind === 'elimination' ? (round ?? roundOn(period, rule.rounds, date)) : 0,
  }
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
