import type { LocalDate } from '../../calendar/dates.ts'
import { type Praise, subjectOf } from './praise.ts'

/** How good a member was by a metric in the year before: in how many periods they did anything, and in the best of them. */
export interface Record {
  readonly memberId: string
  readonly metric: string
  readonly periods: number
  readonly best: number
}

/** What a member did by a metric in a period that is over, or today. */
export interface Done {
  readonly memberId: string
  readonly metric: string
  readonly period: string
  /** The day from which on it could be praised. */
  readonly since: LocalDate
  readonly value: number
}

/** So many periods of the kind with anything in them must lie behind whoever has a best. */
export function historyNeeded(kind: 'day' | 'week' | 'month', weeks: number): number {
  const needed = { day: weeks * 5, week: weeks, month: 3 }
  return needed[kind]
}

/**
 * What is above all before it. Of several periods of one kind each is measured against the earlier ones, too.
 *
 * @param done - in the order of the periods; @param records - of the time before the first of these
 */
export function bests(
  kind: 'day' | 'week' | 'month',
  done: readonly Done[],
  records: readonly Record[],
  needed: number,
): readonly Praise[] {
  const known = new Map(records.map(record => [keyOf(record), record]))
  return done.flatMap(one => {
    const { memberId, metric, period, since, value } = one
    const { periods, best } = known.get(keyOf(one)) ?? { periods: 0, best: 0 }
    if (value > 0) known.set(keyOf(one), { memberId, metric, periods: periods + 1, best: Math.max(best, value) })
    if (value <= best || periods < needed) return []
    return [
      {
        memberId,
        subject: subjectOf(kind, metric, period),
        since,
        deed: { rule: 'best', metric, kind, period, value },
      },
    ]
  })
}

function keyOf({ memberId, metric }: Pick<Record, 'memberId' | 'metric'>): string {
  return `${memberId} ${metric}`
}
