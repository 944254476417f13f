import { type Fault, faultOf } from './faults.ts'
import { longestWord, mostWords } from './limits.ts'
import { letters } from './normalise.ts'

/**
 * What is to happen to a message with the word, from the sternest to the mildest: it does not stand, it stands with stars,
 * its author is told, or somebody looks at it.
 */
export const actions = ['block', 'mask', 'hint', 'review'] as const
export type Action = (typeof actions)[number]

export interface Entry {
  readonly word: string
  readonly action: Action
  /** What could be said instead. */
  readonly suggestion?: string
}

export interface WordList {
  readonly entries: readonly Entry[]
  /** Words in which a listed one means no harm: with 博弈 allowed, 博 in it is no hit. */
  readonly allowed: readonly string[]
}

/** Why it cannot be looked for, or null. */
export function faultOfWord(word: string, line: number | null = null): Fault | null {
  const { plain } = letters(word)
  const count = [...plain].length
  if (count === 0) return faultOf('no-letters', line)
  if (count === 1) return faultOf('too-short', line)
  return count > longestWord ? faultOf('too-long', line) : null
}

export function faultOfSize({ entries, allowed }: WordList): Fault | null {
  return entries.length + allowed.length > mostWords ? faultOf('too-many') : null
}

const sterner = (one: Action, other: Action): Action => (actions.indexOf(one) <= actions.indexOf(other) ? one : other)

/** Each word once, however it is written: with the sternest action and the first suggestion that was given for it. */
export function merge({ entries, allowed }: WordList): WordList {
  const merged = new Map<string, Entry>()
  for (const entry of entries) {
    const key = letters(entry.word).plain
    const known = merged.get(key)
    merged.set(key, known === undefined ? entry : together(known, entry))
  }
  return {
    entries: [...merged.values()],
    allowed: [...new Map(allowed.map(one => [letters(one).plain, one])).values()],
  }
}

function together(known: Entry, entry: Entry): Entry {
  const suggestion = known.suggestion ?? entry.suggestion
  return { ...known, action: sterner(known.action, entry.action), ...(suggestion !== undefined && { suggestion }) }
}
