import { UserError } from '../../base/errors.ts'
import { isLocalDate, type LocalDate } from '../../calendar/dates.ts'
import { lengthOf, type Period, rangeOf } from '../../calendar/periods.ts'
import { readDateRange } from '../../commands/arguments.ts'
import type { Metric } from '../metrics/metric.ts'
import { type Question, readQuestion } from '../metrics/question.ts'
import { backwards, noSuchDay, tooLong, whichPeriod, whollyPast } from './refusals.ts'

const LONGEST_DAYS = 366

/** Two written dates, whatever stands between them. */
const written = /(\d{4}-\d{1,2}-\d{1,2})\s*(?:\.{2,3}|~|至|到|to)\s*(\d{4}-\d{1,2}-\d{1,2})/i

/**
 * Reads a metric and a period in any order, also 12月1日到12月31日; what is left is in `rest`. Throws UserError for days
 * that do not exist and for an end before its start.
 */
export function readSpan(text: string, metrics: readonly Metric[], today: LocalDate): Question {
  const [, from, to] = written.exec(text.normalize('NFKC')) ?? []
  if (from !== undefined && to !== undefined) refuseBadPair(from, to)
  const question = readQuestion(text, metrics, today)
  return question.period === null ? withRange(question, today) : question
}

function refuseBadPair(from: string, to: string): void {
  const bad = [from, to].find(date => !isLocalDate(date))
  if (bad !== undefined) throw new UserError('span-no-such-day', noSuchDay(bad))
  if (to < from) throw new UserError('span-backwards', backwards(from, to))
}

function withRange({ metric, rest }: Question, today: LocalDate): Question {
  const words = rest.split(' ').filter(word => word !== '')
  for (let at = 0; at < words.length; at++) {
    for (let count = Math.min(3, words.length - at); count >= 1; count--) {
      const range = readDateRange(words.slice(at, at + count).join(' '), today, 'ahead')
      if (range && range.half === undefined)
        return { metric, period: rangeOf(range.from, range.to), rest: words.toSpliced(at, count).join(' ') }
    }
  }
  const bad = words.find(word => /\d[-/.月]\d/.test(word) && !/^[\d.,]+$/.test(word))
  if (bad !== undefined) throw new UserError('span-no-such-day', noSuchDay(bad))
  return { metric, period: null, rest }
}

/** The period at the end of a text that says something else before it: `3 2026-12-01..2026-12-09`. */
export function peelPeriod(
  text: string,
  today: LocalDate,
): { readonly period: Period; readonly before: string } | null {
  const words = text.normalize('NFKC').trim().split(/\s+/)
  for (let count = Math.min(3, words.length); count >= 1; count--) {
    const { period, rest } = readSpan(words.slice(-count).join(' '), [], today)
    if (period !== null && rest === '') return { period, before: words.slice(0, -count).join(' ') }
  }
  return null
}

/** The period if it can still be played. */
export function playable(period: Period | null, today: LocalDate): Period {
  if (period === null) throw new UserError('span-missing', whichPeriod)
  if (period.to < today) throw new UserError('span-past', whollyPast(period))
  if (lengthOf(period) > LONGEST_DAYS) throw new UserError('span-too-long', tooLong)
  return period
}
