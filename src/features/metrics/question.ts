import type { LocalDate } from '../../calendar/dates.ts'
import { parsePeriod } from '../../calendar/period-words.ts'
import type { Period } from '../../calendar/periods.ts'
import { findMetric, fold, type Metric, namesOf } from './metric.ts'

/** What somebody asks about: which metric, over which period, and whatever else was said, such as a name. */
export interface Question {
  readonly metric: Metric | null
  readonly period: Period | null
  readonly rest: string
}

/** Enough for any question; what a longer text says beyond it stays in `rest`, so that reading it stays cheap. */
const MOST_WORDS = 12

/**
 * Reads `签单额 上月`, `last week calls`, `电话本周` or `李伟 visits 2026-11`, in any order. The first metric and the first
 * period count. Never fails: whatever it does not understand is in `rest`, in its order.
 */
export function readQuestion(text: string, metrics: readonly Metric[], today: LocalDate): Question {
  const words = text
    .normalize('NFKC')
    .split(/\s+/)
    .filter(word => word !== '')
  let metric: Metric | null = null
  let period: Period | null = null
  const rest: string[] = []
  for (let at = 0; at < words.length; ) {
    const found = readAt(words, at, metrics, today)
    if (found === null || (found.metric && metric) || (found.period && period)) {
      rest.push(...words.slice(at, at + 1))
      at += 1
    } else {
      metric ??= found.metric
      period ??= found.period
      at += found.words
    }
  }
  return { metric, period, rest: rest.join(' ') }
}

interface Found {
  readonly metric: Metric | null
  readonly period: Period | null
  /** How many words it takes. */
  readonly words: number
}

/** What begins at that word: the longest run of words that is a metric, a period, or both written together. */
function readAt(words: readonly string[], at: number, metrics: readonly Metric[], today: LocalDate): Found | null {
  if (at >= MOST_WORDS) return null
  for (let count = Math.min(4, words.length - at); count >= 1; count--) {
    const phrase = words.slice(at, at + count).join(' ')
    const metric = findMetric(metrics, phrase)
    const period = metric ? null : parsePeriod(phrase, today)
    if (metric || period) return { metric, period, words: count }
  }
  const glued = readGlued(words[at] ?? '', metrics, today)
  return glued && { ...glued, words: 1 }
}

/** 电话本周, 上月签单额: Chinese needs no space between the two. A longer name goes before a shorter one. */
function readGlued(word: string, metrics: readonly Metric[], today: LocalDate): Omit<Found, 'words'> | null {
  const folded = fold(word)
  const names = metrics.flatMap(metric => namesOf(metric).map(name => ({ metric, name: fold(name) })))
  for (const { metric, name } of names.sort((one, other) => other.name.length - one.name.length)) {
    const before = folded.endsWith(name) ? folded.slice(0, folded.length - name.length) : ''
    const after = folded.startsWith(name) ? folded.slice(name.length) : ''
    const period = parsePeriod(before, today) ?? parsePeriod(after, today)
    if (period) return { metric, period }
  }
  return null
}
