import type { LocalDate } from '../../calendar/dates.ts'
import type { Praise } from './praise.ts'

/** A day on which a member had deals. */
interface DealDay {
  readonly memberId: string
  readonly date: LocalDate
  readonly value: number
}

/** @param days - of late, in the order of the days; @param before - who had deals before these days */
export function firstDeals(metric: string, days: readonly DealDay[], before: ReadonlySet<string>): readonly Praise[] {
  const praised = new Set(before)
  return days.flatMap(({ memberId, date, value }) => {
    if (value <= 0 || praised.has(memberId)) return []
    praised.add(memberId)
    return [{ memberId, subject: 'first', since: date, deed: { rule: 'first-deal', metric, value, date } }]
  })
}
