import type { Words } from '../base/words.ts'

/** Something that was done and that stays on record: a rule changed, a warning, a recall, an escalation, a look at private data. */
export interface Entry {
  /** As `feature.what`. */
  readonly what: string
  /** The same for people. Without names: it outlives them. */
  readonly words: Words
  /** The member whom it is about. */
  readonly about: string | null
  /** The person who did it; null for the clock. */
  readonly by: string | null
  /** A few facts, without what people wrote. They go when the one whom the entry is about is erased. */
  readonly detail?: Readonly<Record<string, string | number | boolean>>
  /** Somebody saw what is not for everybody: the member whom it is about is told of it by `/my data`. */
  readonly read?: true
}

/** An entry with its chain and its moment. */
export interface Noted extends Entry {
  readonly teamId: string
  readonly at: Date
}
