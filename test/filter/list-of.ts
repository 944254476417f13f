import { expect } from 'vitest'
import { compile, type Filter } from '../../src/filter/compile.ts'
import type { Sounds } from '../../src/filter/sounds.ts'
import type { Entry } from '../../src/filter/word-list.ts'

interface More {
  readonly allowed?: readonly string[]
  readonly sounds?: Sounds | null
}

/** A filter of these words, each of which can be looked for. */
export function filterOf(words: readonly (string | Entry)[], { allowed = [], sounds = null }: More = {}): Filter {
  const entries = words.map(word => (typeof word === 'string' ? { word, action: 'block' as const } : word))
  const { filter, faults } = compile({ entries, allowed }, sounds)
  if (filter === null) throw new Error('There are too many words')
  expect(faults).toEqual([])
  return filter
}

/** What was found in the original, with a `?` behind what is doubtful. */
export const caught = (filter: Filter, text: string): readonly string[] =>
  filter.find(text).map(({ from, to, doubt }) => `${text.slice(from, to)}${doubt === null ? '' : '?'}`)
