import type { Words } from '../../base/words.ts'

/** One promise of the house, and what broke it. */
export interface Verdict {
  readonly promise: Words
  /** How many cases were looked at. */
  readonly looked: number
  readonly offenders: readonly string[]
}

/** What occurs more than once. */
export function repeated(all: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return [...new Set(all.filter(one => seen.has(one) || !seen.add(one)))]
}

export function without(all: ReadonlySet<string>, these: ReadonlySet<string>): readonly string[] {
  return [...all].filter(one => !these.has(one))
}
