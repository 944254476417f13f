import type { LocalDate } from '../../calendar/dates.ts'
import { looksLikeDay, readDay } from '../entries/day.ts'
import { parseNumeral } from '../reports/line/numeral.ts'

export interface AnswerRead {
  /** As typed; null for what the question proposes. */
  readonly value: string | null
  readonly date: LocalDate | null
  /** What is written as a day and is none. */
  readonly noSuchDay: string | null
  readonly words: string
}

/**
 * Reads `25`, `25 left it out` or, of a question about several days, `11-18 25`: a day where one is wanted, a number, words.
 */
export function readAnswer(typed: string, today: LocalDate, isOneDay: boolean): AnswerRead {
  const words = typed
    .normalize('NFKC')
    .split(/\s+/)
    .filter(word => word !== '')
  let read: AnswerRead = { value: null, date: null, noSuchDay: null, words: '' }
  for (const [at, word] of words.entries()) {
    const date = read.date === null && (!isOneDay || looksLikeDay(word)) ? readDay(word, today) : null
    if (date !== null) read = { ...read, date }
    else if (looksLikeDay(word)) return { ...read, noSuchDay: word }
    else if (read.value === null && parseNumeral(word) !== null) read = { ...read, value: word }
    else return { ...read, words: words.slice(at).join(' ') }
  }
  return read
}
