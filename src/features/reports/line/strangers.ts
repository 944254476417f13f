import { isPlainBefore } from './lexicon.ts'
import { isSpacedLetter } from './normalise.ts'
import type { Stream } from './runs.ts'
import type { NumberToken, Token, WordToken } from './tokens.ts'

/** A number with a name that is not in the vocabulary: 演示3. */
export interface Stranger {
  name: { start: number; end: number }
  number: NumberToken
  start: number
  end: number
}

const LONGEST_NAME = 24
const WORDS_IN_NAME = 2
const ONLY_LETTERS = /^[\p{L}\p{M}]+(?: +[\p{L}\p{M}]+)*$/u

/** The unknown name of the number at `index`, or null where its surroundings are rather a sentence. */
export function strangerAt({ text, tokens }: Stream, index: number): Stranger | null {
  const number = tokens[index]
  if (number?.type !== 'number') return null
  // 9/30 is rather a date.
  const behind = tokens[index + 1]
  if (behind?.type === 'break' && behind.mark === '/' && tokens[index + 2]?.type === 'number') return null
  const joined = tokens[index - 1]
  const linked = joined?.type === 'break' && (joined.mark === ':' || joined.mark === '=')
  const last = linked ? index - 2 : index - 1
  const word = tokens[last]
  if (word?.type !== 'word') return null
  const apart = !linked && word.end < number.start
  const first = firstWord(text, tokens, last)
  const whole = first !== null && (!apart || endsItem(tokens, index + 1))
  const start = whole ? (tokens[first]?.start ?? word.start) : word.start
  if (apart && !whole) return null
  const name = text.slice(start, word.end)
  if (name.length > LONGEST_NAME || !ONLY_LETTERS.test(name) || name.endsWith('第') || isPlainBefore(name)) return null
  return { name: { start, end: word.end }, number, start, end: number.end }
}

/** Where the words that end at `last` begin, when they are the beginning of an item and few enough to be a name. */
function firstWord(text: string, tokens: readonly Token[], last: number): number | null {
  for (let at = last; at > last - WORDS_IN_NAME; at -= 1) {
    const before = tokens[at - 1]
    if (before?.type !== 'word') return at
    if (!isSpaced(text, before)) return null
  }
  return null
}

const isSpaced = (text: string, word: WordToken): boolean => isSpacedLetter(text.charAt(word.end - 1))

/** Whether no sentence goes on behind a number: "room 3 is booked" is one, "demos 3 quotes 2" is not. */
function endsItem(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.type !== 'word' || tokens[index + 1]?.type === 'number'
}
