import type { Lang } from '../../base/words.ts'
import type { Formula } from './formula/formula.ts'

export const metricKinds = ['activity', 'result'] as const
export const metricUnits = ['count', 'money', 'percent', 'number'] as const

export const directions = ['more', 'less'] as const
export const aggregations = ['sum', 'average', 'last'] as const
export const reporters = ['rep', 'lead', 'manager'] as const

export type MetricKind = (typeof metricKinds)[number]
export type MetricUnit = (typeof metricUnits)[number]
export type Direction = (typeof directions)[number]
export type Aggregation = (typeof aggregations)[number]
export type Reporter = (typeof reporters)[number]

/** Counted by the house itself: nobody is asked for it, and nobody types it. */
export const byHouse = 'house'

/** What is counted. */
export interface Metric {
  readonly id: string
  /** Names it in forms, reports and settings; never changes. */
  readonly key: string
  readonly zh: string
  readonly en: string
  readonly aliases: readonly string[]
  readonly kind: MetricKind
  readonly unit: MetricUnit
  /** How many are shown; null leaves it to the value. */
  readonly decimals: number | null
  /** Of money, as ISO 4217 says it; null is the team's own. */
  readonly currency: string | null
  /** Which value is the better one. */
  readonly direction: Direction
  /** What several days make: all of them, their entries' average, or the latest. */
  readonly aggregation: Aggregation
  /** The least role that is asked for it, or that nobody is. */
  readonly reportedBy: Reporter | typeof byHouse
  /** The key of the money that belongs to this count: deals → revenue. */
  readonly amountKey: string | null
  /** What it is worked out by; null where its values are recorded. */
  readonly formula: Formula | null
  readonly position: number
}

type Names = Pick<Metric, 'key' | 'zh' | 'en' | 'aliases'>

export function metricName(metric: Pick<Metric, 'zh' | 'en'>, lang: Lang): string {
  return metric[lang]
}

/** Everything that a member may call it, the names before the aliases. */
export function namesOf(metric: Names): readonly string[] {
  return [...new Set([metric.zh, metric.en, metric.key, ...metric.aliases])]
}

/** Two names with the same fold are one name: width, case and stray spaces do not tell metrics apart. */
export function fold(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')
}

export function findMetric<M extends Names>(metrics: readonly M[], name: string): M | null {
  const wanted = fold(name)
  return metrics.find(metric => namesOf(metric).some(own => fold(own) === wanted)) ?? null
}

export function findKey<M extends Names>(metrics: readonly M[], key: string): M | null {
  return metrics.find(metric => metric.key === key) ?? null
}

/** The first of the names that one of the metrics already answers to. */
export function nameTaken<M extends Names>(
  metrics: readonly M[],
  names: readonly string[],
): { readonly name: string; readonly by: M } | null {
  for (const name of names) {
    const by = findMetric(metrics, name)
    if (by) return { name, by }
  }
  return null
}

/** Values of a metric that are put together. */
export interface Together {
  readonly value: number
  readonly entries: number
  /** Of the latest day; absent where all are of one moment, as those of a team's members on a day. */
  readonly last?: number
}

/**
 * What values of a metric make: the one place where its aggregation counts. Over days a stock (`last`) is its latest value,
 * while the stocks of several members at one moment add up.
 */
export function figureOf({ aggregation }: Pick<Metric, 'aggregation'>, { value, entries, last }: Together): number {
  if (aggregation === 'last') return last ?? value
  if (aggregation === 'sum' || entries === 0) return value
  return Math.round((value / entries) * 1e4) / 1e4
}

/** How the values of a metric are put together unless somebody says otherwise. */
export function usualAggregation(unit: MetricUnit): Aggregation {
  return unit === 'percent' ? 'average' : 'sum'
}
