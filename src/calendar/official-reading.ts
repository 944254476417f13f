import type { Words } from '../base/words.ts'
import type { LocalDate } from './dates.ts'
import type { OfficialDay } from './work-calendar.ts'

/** What is wrong with one line (counted from 1) of what an admin pasted. */
export interface OfficialError {
  readonly line: number
  readonly message: Words
}

/** One date that a line states. */
export interface OfficialEntry extends OfficialDay {
  readonly date: LocalDate
  readonly line: number
}

export interface OfficialReading {
  readonly entries: readonly OfficialEntry[]
  readonly errors: readonly OfficialError[]
}
