import { parsePeriod } from '../../calendar/period-words.ts'
import type { Definition } from './definition.ts'
import { byHouse, fold, type Metric, usualAggregation } from './metric.ts'
import { type Facts, type Options, readOptions } from './options.ts'

/** A metric that somebody wants: all but what the catalogue gives it. `amount` is any name of the money it is paired with. */
export interface MetricDraft extends Omit<Definition, 'amountKey' | 'formula'> {
  readonly amount: string | null
  /** As typed. */
  readonly formula: string | null
}

export type DraftProblem = 'no-name' | 'bad-name' | 'bad-option' | FactProblem

export type DraftResult =
  | { readonly ok: true; readonly draft: MetricDraft }
  | { readonly ok: false; readonly problem: DraftProblem; readonly text: string }

/**
 * Reads `演示 demos alias=demo,试用 unit=count amount=revenue`: names in either language, then options in either; the last of
 * them may be a formula, `签单率 unit=percent formula=签单 / 拜访 * 100`.
 */
export function readDraft(words: readonly string[]): DraftResult {
  const read = readOptions(words)
  if (!read.ok) return { ok: false, problem: 'bad-option', text: read.text }
  const { options, names } = read
  const [first] = names
  if (first === undefined) return { ok: false, problem: 'no-name', text: '' }
  const bad = [...names, ...options.aliases].find(name => !isName(name))
  if (bad !== undefined) return { ok: false, problem: 'bad-name', text: bad }
  const draft = draftOf(first, names, options)
  const problem = factProblem(draft, options.facts)
  return problem === null ? { ok: true, draft } : { ok: false, problem, text: first }
}

function draftOf(first: string, names: readonly string[], { facts, aliases, amount, formula }: Options): MetricDraft {
  const zh = names.find(isHan) ?? first
  const en = names.find(name => !isHan(name)) ?? first
  const own = new Set([zh, en].map(fold))
  const unit = facts.unit ?? (facts.currency ? 'money' : formula === undefined ? 'count' : 'number')
  return {
    key: fold(en),
    zh,
    en: capital(en),
    aliases: [...new Set([...names, ...aliases].map(fold))].filter(name => !own.has(name)),
    kind: facts.kind ?? (unit === 'money' || formula !== undefined ? 'result' : 'activity'),
    unit,
    decimals: facts.decimals ?? null,
    currency: facts.currency ?? null,
    direction: facts.direction ?? 'more',
    aggregation: facts.aggregation ?? usualAggregation(unit),
    reportedBy: facts.reportedBy ?? 'rep',
    amount: amount ?? null,
    formula: formula ?? null,
  }
}

export type FactProblem = 'currency-of-no-money' | 'worked-out' | 'counted'

/**
 * What cannot be said of such a metric: a currency of no money; what follows from its parts, of one that is worked out; what
 * its numbers mean, of one that the house counts.
 */
export function factProblem(
  metric: Pick<Metric, 'unit' | 'reportedBy'> & { readonly formula: unknown },
  facts: Facts,
): FactProblem | null {
  const { currency, aggregation, reportedBy, unit } = facts
  const means = [unit, currency, aggregation, reportedBy].some(fact => fact !== undefined)
  if (metric.reportedBy === byHouse && means) return 'counted'
  const follows = [currency, aggregation, reportedBy].some(fact => fact !== undefined)
  if (metric.formula !== null && follows) return 'worked-out'
  return currency && metric.unit !== 'money' ? 'currency-of-no-money' : null
}

const LETTERS = /^\p{L}[\p{L}\p{M}_-]{0,19}$/u
const NUMERALS = /^(?:[零〇一二两三四五六七八九十百千万亿半]+|[kwm])$/i
/** Never seen from a real day: only whether the word names a period at all matters. */
const ANY_DAY = '2026-01-01'

/**
 * Names are one word of letters, so that `拜访3 calls20` has only one reading, and no word that already means a number or
 * a period, so that `/board 周` has.
 */
export function isName(text: string): boolean {
  return LETTERS.test(text) && !NUMERALS.test(text) && parsePeriod(text, ANY_DAY) === null
}

export function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
