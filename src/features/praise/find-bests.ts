import { addDays, firstOfMonth, type LocalDate, mondayOf } from '../../calendar/dates.ts'
import { type Period, periodOf, previous } from '../../calendar/periods.ts'
import { dailyOf, sumsOf } from '../metrics/entries.ts'
import { bests, type Done, historyNeeded } from './best.ts'
import { chosenMetrics, type Occasion } from './occasion.ts'
import type { Praise } from './praise.ts'
import { recordsIn } from './store.ts'

/** So far back a best is compared: the cost does not grow with the history. */
const A_YEAR = 365

/** The longer the period, the greater the deed: months first, and within these by the team's order of metrics. */
export async function findBests(occasion: Occasion): Promise<readonly Praise[]> {
  return [
    ...(await bestPeriods(occasion, 'month')),
    ...(await bestPeriods(occasion, 'week')),
    ...(await bestDays(occasion)),
  ]
}

async function bestDays(occasion: Occasion): Promise<readonly Praise[]> {
  const { tx, from, today } = occasion
  const { metricIds, memberIds, keyOf, inOrder } = sought(occasion)
  const days = await dailyOf(tx, { metricIds, memberIds, from, to: today })
  const done = days.map(({ memberId, metricId, date, value }) => ({
    ...{ memberId, metric: keyOf(metricId), period: date, since: date, value },
  }))
  return inOrder(await above(occasion, 'day', done, from))
}

/** The week or month before this one, while it is news that it is over. */
async function bestPeriods(occasion: Occasion, kind: 'week' | 'month'): Promise<readonly Praise[]> {
  const { tx, from, today } = occasion
  const period = lastEnded(kind, today)
  if (period.to < from) return []
  const { metricIds, memberIds, keyOf, inOrder } = sought(occasion)
  const sums = await sumsOf(tx, { metricIds, memberIds, from: period.from, to: period.to })
  const since = addDays(period.to, 1)
  const done = sums.map(({ memberId, metricId, value }) => ({
    ...{ memberId, metric: keyOf(metricId), period: period.key, since, value },
  }))
  return inOrder(await above(occasion, kind, done, period.from))
}

function lastEnded(kind: 'week' | 'month', today: LocalDate): Period {
  return previous(periodOf(kind, today))
}

/** @param first - the day with which the first of these periods begins */
async function above(
  occasion: Occasion,
  kind: 'day' | 'week' | 'month',
  done: readonly Done[],
  first: LocalDate,
): Promise<readonly Praise[]> {
  const { metricIds, keyOf } = sought(occasion)
  const memberIds = [...new Set(done.filter(({ value }) => value > 0).map(({ memberId }) => memberId))]
  const back = addDays(first, -A_YEAR)
  const start = { day: back, week: mondayOf(back), month: firstOfMonth(back) }[kind]
  const stretch = { metricIds, memberIds, from: start, to: addDays(first, -1) }
  const records = (await recordsIn(occasion.tx, kind, stretch)).map(({ metricId, ...record }) => ({
    ...record,
    metric: keyOf(metricId),
  }))
  return bests(kind, done, records, historyNeeded(kind, occasion.settings.bestAfter))
}

function sought(occasion: Occasion) {
  const metrics = chosenMetrics(occasion)
  const keys = new Map(metrics.map(({ id, key }) => [id, key]))
  const place = ({ deed }: Praise) => metrics.findIndex(({ key }) => deed.rule === 'best' && deed.metric === key)
  return {
    metricIds: metrics.map(({ id }) => id),
    memberIds: occasion.members.map(({ memberId }) => memberId),
    keyOf: (id: string) => keys.get(id) ?? '',
    inOrder: (praises: readonly Praise[]) => praises.toSorted((one, other) => place(one) - place(other)),
  }
}
