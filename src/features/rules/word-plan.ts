import { isDeepStrictEqual } from 'node:util'
import { mostWords } from '../../filter/limits.ts'
import { distinct, keyOf, type ListedWord } from './listed-word.ts'

/** What adding words to a list would do. */
export interface WordPlan {
  readonly fresh: readonly ListedWord[]
  /** Listed already, and differently: the new kind and suggestion count from then on. */
  readonly changed: readonly ListedWord[]
  /** Listed already, just so; or said again among the words. */
  readonly doubled: number
  readonly tooMany: boolean
}

export function planWords(listed: readonly ListedWord[], words: readonly ListedWord[]): WordPlan {
  const known = distinct(listed)
  const wanted = [...distinct(words).values()]
  const fresh = wanted.filter(({ word }) => !known.has(keyOf(word)))
  const changed = wanted.filter(one => differs(known.get(keyOf(one.word)), one))
  return {
    fresh,
    changed,
    doubled: words.length - fresh.length - changed.length,
    tooMany: known.size + fresh.length > mostWords,
  }
}

function differs(known: ListedWord | undefined, one: ListedWord): boolean {
  return known !== undefined && !isDeepStrictEqual({ ...known, word: '' }, { ...one, word: '' })
}
