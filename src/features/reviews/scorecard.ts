import type { Period } from '../../calendar/periods.ts'
import type { Solved } from '../cases/solved-by.ts'
import type { Kudos } from '../kudos/store.ts'
import type { Metric } from '../metrics/catalogue.ts'
import type { Mixed } from '../metrics/money/amounts.ts'
import { type Pair, pairOf } from '../reports/pair.ts'
import type { Report } from '../reports/report.ts'

/** What a metric came to for a member, beside the period before and what they aimed at. Null where there is no figure. */
export interface Line {
  readonly metric: Metric
  readonly now: number | null
  readonly before: number | null
  readonly target: number | null
}

/** How reports came of those that were due. */
export interface Punctuality {
  readonly expected: number
  readonly onTime: number
  readonly late: number
}

/** Thanks of colleagues, said before the team: how often, by how many, and the latest of them. */
export interface Thanked {
  readonly times: number
  readonly people: number
  readonly latest: readonly Omit<Kudos, 'receiver' | 'receiverId'>[]
}

/** What is known of a member's period, with nothing judged. */
export interface Scorecard {
  readonly period: Period
  readonly lines: readonly Line[]
  /** The metrics of several currencies; those that lack a rate have no line. */
  readonly mixed: readonly Mixed[]
  readonly reports: Punctuality
  readonly thanked: Thanked
  /** Problems of the team that they solved. */
  readonly solved: Solved
  /** How near plans came to what happened, from 0 to 1, over so many days; null without any. */
  readonly planKept: { readonly share: number; readonly days: number } | null
}

/** In the order of the metrics; those without a figure in either period and without a target are left out. */
export function linesOf(
  metrics: readonly Metric[],
  { now, before, targets }: { readonly [K in 'now' | 'before' | 'targets']: ReadonlyMap<string, number> },
): readonly Line[] {
  const valueIn = (figures: ReadonlyMap<string, number>, { key }: Metric) => figures.get(key) ?? null
  return metrics
    .map(metric => ({
      metric,
      now: valueIn(now, metric),
      before: valueIn(before, metric),
      target: valueIn(targets, metric),
    }))
    .filter(line => line.now !== null || line.before !== null || line.target !== null)
}

type Day = Pick<Report, 'date' | 'kind' | 'values'>

/** How near the plans of a period came to its reports, day by day. */
export function planKept(days: readonly Day[], metrics: readonly { readonly key: string }[]): Scorecard['planKept'] {
  const pairs = [...Map.groupBy(days, ({ date }) => date).values()].map(day => pairIn(day, metrics))
  const shares = pairs.flatMap(pair => (pair?.accuracy == null ? [] : [pair.accuracy]))
  if (shares.length === 0) return null
  return { share: shares.reduce((sum, one) => sum + one, 0) / shares.length, days: shares.length }
}

function pairIn(day: readonly Day[], metrics: readonly { readonly key: string }[]): Pair | null {
  const plan = day.findLast(({ kind }) => kind === 'plan')
  const report = day.findLast(({ kind }) => kind === 'report')
  return plan && report ? pairOf(metrics, plan.values, report.values) : null
}

/** How much more than before, as a part of it: 0.2 is a fifth more. Null where it cannot be said. */
export function growth({ now, before }: Pick<Line, 'now' | 'before'>): number | null {
  return now === null || before === null || before <= 0 ? null : (now - before) / before
}
