import type { Normalised, Range } from './normalise.ts'
import type { Entry } from './word-list.ts'

/**
 * Why chance may have put it there: the end of a sentence or a long gap tears it, too much of it is masked or looks only
 * like it, or it merely sounds the same.
 */
export type Doubt = 'torn' | 'masked' | 'sound'

/** A word that is looked for. */
export interface Sought {
  /** Null for a word that is allowed. */
  readonly entry: Entry | null
  /** Before which of its letters it has gaps of its own, as "make money" has. */
  readonly gaps: ReadonlySet<number>
}

/** Where a word may be: `begin` and `end` are of the letters of the text. */
export interface Candidate {
  readonly begin: number
  readonly end: number
  readonly entry: Entry | null
  readonly doubt: Doubt | null
  /** In the original, where it has more than those letters: signs that stand for some. */
  readonly range?: Range
}

/** Goes through a text, of which it is given the letters, in a way of its own. */
export type Search = (text: Normalised) => readonly Found[]

/** What was found besides the letters, by its place in the original. */
export interface Found extends Range {
  readonly entry: Entry
  readonly doubt: Doubt | null
}
