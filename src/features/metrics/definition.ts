import type { Formula } from './formula/formula.ts'
import { type Metric, usualAggregation } from './metric.ts'

/** A metric before a team has it. */
export type Definition = Omit<Metric, 'id' | 'position'>

type Names = readonly string[]
type More = Partial<Omit<Definition, 'key' | 'zh' | 'en' | 'aliases'>>

export function activity(key: string, zh: string, en: string, aliases: Names, more: More = {}): Definition {
  const { unit = 'count' } = more
  return {
    ...{ key, zh, en, aliases, unit, kind: 'activity', amountKey: null, formula: null },
    ...{ decimals: null, currency: null, direction: 'more', reportedBy: 'rep' },
    aggregation: usualAggregation(unit),
    ...more,
  }
}

export function result(key: string, zh: string, en: string, aliases: Names, more: More = {}): Definition {
  return activity(key, zh, en, aliases, { ...more, kind: 'result' })
}

/** One that is worked out from others. */
export function worked(
  key: string,
  zh: string,
  en: string,
  aliases: Names,
  more: More & { readonly formula: Formula },
): Definition {
  return result(key, zh, en, aliases, more)
}

export function over(above: string, below: string): Formula {
  return { op: '/', left: { op: 'metric', key: above }, right: { op: 'metric', key: below } }
}

export function percentOf(part: string, whole: string): { readonly unit: 'percent'; readonly formula: Formula } {
  return {
    unit: 'percent',
    formula: { op: '*', left: over(part, whole), right: { op: 'number', value: 100 } },
  }
}
