import type { Lang } from '../../base/words.ts'
import type { Formula } from './formula/formula.ts'

export const metricKinds = ['activity', 'result'] as const
export const metricUnits = ['count', 'money', 'percent', 'number'] as const

export type MetricKind = (typeof metricKinds)[number]
export type MetricUnit = (typeof metricUnits)[number]

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

/** Values of a metric put together over days or members: percentages are averaged over their entries, the rest adds up. */
export function figureOf(
  metric: Pick<Metric, 'unit'>,
  sum: { readonly value: number; readonly entries: number },
): number {
  if (metric.unit !== 'percent' || sum.entries === 0) return sum.value
  return Math.round((sum.value / sum.entries) * 1e4) / 1e4
}
