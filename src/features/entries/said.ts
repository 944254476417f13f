import { findMetric, fold, type Metric, namesOf } from '../metrics/metric.ts'
import { parseNumeral } from '../reports/line/numeral.ts'
import { findMember, type TeamMember } from '../team/members.ts'
import { looksLikeDay } from './day.ts'

/** What somebody said about a figure: whose, of which metric, when, how much; and what they say to it. */
export interface Said<W> {
  /** As typed before the metric; empty for one's own. */
  readonly name: string
  readonly metric: Metric | null
  readonly when: W | null
  /** As typed: `5`, `8万`. */
  readonly value: string | null
  /** Everything after that. */
  readonly remark: string
  /** What is written as a day and is none: 2-31. */
  readonly noSuchDay: string | null
}

interface Vocabulary<W> {
  readonly metrics: readonly Metric[]
  readonly members: readonly TeamMember[]
  readonly readWhen: (text: string) => W | null
  /** Whether a number is looked for. */
  readonly valued: boolean
}

/**
 * Reads `张三 电话 5 11-18 漏记了` or `calls yesterday they were 25`: the name before the metric, the day anywhere, the number
 * after the metric, and from the first word that is none of these on the remark.
 */
export function readSaid<W>(text: string, vocabulary: Vocabulary<W>): Said<W> {
  const words = text
    .normalize('NFKC')
    .split(/\s+/)
    .filter(word => word !== '')
  let said: Said<W> = { name: '', metric: null, when: null, value: null, remark: '', noSuchDay: null }
  for (let at = 0; at < words.length; ) {
    const step = stepAt(words, at, said, vocabulary)
    if (step === null) return { ...said, remark: words.slice(at).join(' ') }
    said = { ...said, ...step.said }
    at += step.words
  }
  return said
}

interface Step<W> {
  readonly said: Partial<Said<W>>
  readonly words: number
}

function stepAt<W>(words: readonly string[], at: number, said: Said<W>, vocabulary: Vocabulary<W>): Step<W> | null {
  const { metrics, members, readWhen, valued } = vocabulary
  const first = words[at] ?? ''
  const wantsValue = valued && said.metric !== null && said.value === null
  const value = wantsValue ? longest(words, at, 2, phrase => (isPlain(phrase) ? phrase : null)) : null
  if (value) return { said: { value: value.found }, words: value.words }
  if (said.metric === null) {
    const metric = longest(words, at, 4, phrase => findMetric(metrics, phrase)) ?? null
    if (metric) return { said: { metric: metric.found }, words: metric.words }
    const glued = valued ? readGlued(first, metrics) : null
    if (glued) return { said: glued, words: 1 }
  }
  const when = said.when === null ? longest(words, at, 3, readWhen) : null
  if (when) return { said: { when: when.found }, words: when.words }
  if (said.when === null && looksLikeDay(first)) return { said: { noSuchDay: first }, words: 1 }
  if (said.metric === null) return { said: { name: `${said.name} ${first}`.trim() }, words: 1 }
  if (wantsValue && parseNumeral(first) !== null) return { said: { value: first }, words: 1 }
  const named = said.name === '' && (wantsValue || (!valued && said.when === null)) && findMember(members, first)
  return named && named.kind === 'one' ? { said: { name: first }, words: 1 } : null
}

/** The longest run of words from there of which something can be made. */
function longest<T>(
  words: readonly string[],
  at: number,
  most: number,
  read: (phrase: string) => T | null,
): { readonly found: T; readonly words: number } | null {
  for (let count = Math.min(most, words.length - at); count >= 1; count--) {
    const found = read(words.slice(at, at + count).join(' '))
    if (found !== null) return { found, words: count }
  }
  return null
}

/** A number that can be nothing else; 11-18 may be a day. */
function isPlain(phrase: string): boolean {
  return !looksLikeDay(phrase) && parseNumeral(phrase)?.exact === true
}

/** 电话5, calls=5. */
function readGlued(word: string, metrics: readonly Metric[]): { metric: Metric; value: string } | null {
  for (const metric of metrics)
    for (const name of namesOf(metric)) {
      if (!fold(word).startsWith(fold(name))) continue
      const value = word.slice(name.length).replace(/^[=:]/, '')
      if (parseNumeral(value) !== null) return { metric, value }
    }
  return null
}
