import { UserError } from '../../base/errors.ts'
import { addDays, type LocalDate } from '../../calendar/dates.ts'
import { lengthOf, type Period, previous, rangeOf } from '../../calendar/periods.ts'
import type { TeamContext } from '../../context.ts'
import { everyMetricOf } from '../metrics/catalogue.ts'
import { quantised } from '../metrics/entry-changes.ts'
import { findKey } from '../metrics/metric.ts'
import { refuseUnrated } from '../metrics/money/rate-words.ts'
import { readFigures } from '../metrics/read-figures.ts'
import type { Contest } from './contest.ts'
import { noPast } from './refusals.ts'

const PERIODS = 3

/**
 * By member id: the average of the member's own last three periods of the contest's length, up to yesterday; periods
 * without any figure do not count. Who has no past is not in it. Throws UserError when nobody has any, and for a missing
 * rate.
 */
export async function ownMeasures(
  { tx, team }: TeamContext,
  { metricKey, period }: Pick<Contest, 'metricKey' | 'period'>,
  members: readonly { readonly memberId: string }[],
  today: LocalDate,
): Promise<ReadonlyMap<string, number>> {
  const all = await everyMetricOf(tx, team.id)
  const metric = metricKey === null ? null : findKey(all, metricKey)
  if (metric === null) throw new UserError('contest-no-past', noPast)
  const memberIds = members.map(({ memberId }) => memberId)
  const figures = new Map<string, number[]>()
  for (const { from, to } of pastOf(period, today)) {
    const past = await readFigures(tx, team, { metric, all, from, to, memberIds })
    refuseUnrated(past.converted)
    for (const { memberId, value } of past.figures)
      if (value > 0) figures.set(memberId, [...(figures.get(memberId) ?? []), value])
  }
  if (figures.size === 0) throw new UserError('contest-no-past', noPast)
  return new Map([...figures].map(([memberId, values]) => [memberId, averageOf(values)]))
}

/** Oldest first: periods of the contest's length before it, and before today where it begins later. */
function pastOf(period: Period, today: LocalDate): readonly Period[] {
  const start = period.from < today ? period.from : today
  const past = [previous(rangeOf(start, addDays(start, lengthOf(period) - 1)))]
  while (past.length < PERIODS) past.unshift(...past.slice(0, 1).map(previous))
  return past
}

/** To four decimals, as it is kept. */
export function averageOf(values: readonly number[]): number {
  return quantised(values.reduce((sum, value) => sum + value, 0) / values.length)
}
