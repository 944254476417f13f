import { dailyOf } from '../metrics/entries.ts'
import { firstDeals } from './first-deal.ts'
import type { Occasion } from './occasion.ts'
import type { Praise } from './praise.ts'
import { whoHadBefore } from './store.ts'

/** Deals are the count that has money to it. */
export async function findFirstDeals({ tx, members, metrics, from, today }: Occasion): Promise<readonly Praise[]> {
  const deals = metrics.find(({ amountKey }) => amountKey !== null)
  if (!deals) return []
  const memberIds = members.map(({ memberId }) => memberId)
  const days = (await dailyOf(tx, { metricIds: [deals.id], memberIds, from, to: today })).filter(
    ({ value }) => value > 0,
  )
  const who = [...new Set(days.map(({ memberId }) => memberId))]
  return firstDeals(deals.key, days, await whoHadBefore(tx, { memberIds: who, metricId: deals.id, before: from }))
}
