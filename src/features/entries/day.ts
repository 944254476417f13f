import type { LocalDate } from '../../calendar/dates.ts'
import { readDate } from '../../commands/arguments.ts'

/** The latest such day that has come; where there is none, the nearest ahead, which can be told to be ahead. */
export function readDay(text: string, today: LocalDate): LocalDate | null {
  return readDate(text, today, 'back') ?? readDate(text, today, 'near')
}

const written = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/]\d{1,2}|(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]?)$/

/** Written as a day, whether or not there is such a one: 2-31. */
export function looksLikeDay(text: string): boolean {
  return written.test(text)
}
