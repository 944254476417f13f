import type { Fault } from '../../filter/faults.ts'
import { letters } from '../../filter/normalise.ts'
import { type Action, actions, faultOfWord } from '../../filter/word-list.ts'

/** What comes of a word, from the sternest to the mildest; `allow`: in it, a listed word means no harm. */
export type WordKind = Action | 'allow'
export const wordKinds: readonly WordKind[] = [...actions, 'allow']

export interface ListedWord {
  readonly word: string
  readonly kind: WordKind
  /** What could be said instead. */
  readonly suggestion?: string
}

/** How words are compared: however wide, large, spaced out or disguised they are written. */
export function keyOf(word: string): string {
  return letters(word).plain
}

/** Those that cannot be looked for, with the reason. */
export function faultyWords(words: readonly ListedWord[]): readonly { readonly word: string; readonly fault: Fault }[] {
  return words.flatMap(({ word }) => {
    const fault = faultOfWord(word)
    return fault === null ? [] : [{ word, fault }]
  })
}

/** The same words once each; of a word that is said again, the last one counts. */
export function distinct(words: readonly ListedWord[]): ReadonlyMap<string, ListedWord> {
  return new Map(words.map(word => [keyOf(word.word), word]))
}
