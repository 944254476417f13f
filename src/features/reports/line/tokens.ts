import { CONJUNCTIONS, DURATIONS, FILLERS, isPlainBefore, LINKS, MEASURES } from './lexicon.ts'
import { charAt, isDigit, isLetter, isSpacedLetter, skipSpaces, wordAt } from './normalise.ts'
import { type Numeral, readNumeral } from './numeral.ts'
import type { Metric, NameIndex } from './vocabulary.ts'

interface At {
  start: number
  end: number
}

export interface NameToken extends At {
  type: 'name'
  metric: Metric
}

/** A number with its measure word (20通, 3家客户), where it ends cleanly enough to be one. */
export interface NumberToken extends At {
  type: 'number'
  numeral: Numeral
  measured: boolean
  /** Spelled and grown together with what follows (三通电子): perhaps a name. */
  doubtful: boolean
}

/** Free text without a space in it. */
export interface WordToken extends At {
  type: 'word'
}

/** What may stand between a name and its number: a colon, 了. */
interface LinkToken extends At {
  type: 'link'
}

/** Punctuation. A hard one ends an item; after a soft one the item goes on. */
interface BreakToken extends At {
  type: 'break'
  mark: string
  hard: boolean
}

export type Token = NameToken | NumberToken | WordToken | LinkToken | BreakToken

const HARD = new Set([',', ';', '。', '!', '?', '\n'])

/** Cuts a stretch of folded text into tokens, each character once. Spaces separate and are dropped. */
export function tokenise(folded: string, span: At, names: NameIndex): readonly Token[] {
  const text = folded.slice(0, span.end)
  const tokens: Token[] = []
  let at = span.start
  while (at < text.length) {
    const last = tokens.at(-1)
    const open = last?.type === 'word' && last.end === at ? last : null
    const token = text.charAt(at) === ' ' ? null : tokenAt(text, at, names, last, open)
    if (token === null) at += 1
    else if (token.type === 'word' && open) open.end = token.end
    else tokens.push(token)
    at = token?.end ?? at
  }
  return tokens
}

function tokenAt(text: string, at: number, names: NameIndex, last: Token | undefined, open: WordToken | null): Token {
  const name = names.match(text, at)
  if (name) return { type: 'name', metric: name.metric, start: at, end: name.end }
  if (open === null && last && last.type !== 'word') {
    const joint = jointAt(text, at, names, last)
    if (joint) return joint
  }
  const numeral = mayBegin(text, at, names, open) ? readNumeral(text, at) : null
  if (numeral) return numberAt(text, at, numeral, names, open) ?? { type: 'word', start: at, end: at + numeral.length }
  const link = last?.type === 'name' && open === null ? linkAt(text, at) : 0
  if (link > 0) return { type: 'link', start: at, end: at + link }
  const char = charAt(text, at)
  const end = at + char.length
  if (isLetter(char) || isDigit(char)) return { type: 'word', start: at, end }
  return { type: 'break', mark: char, hard: HARD.has(char), start: at, end }
}

/** 和 between two counts, as in 拜访3和电话20. */
function jointAt(text: string, at: number, names: NameIndex, last: Token): BreakToken | null {
  if (last.type !== 'number' && last.type !== 'name') return null
  const word = conjunctionAt(text, at, names)
  return word === '' ? null : { type: 'break', mark: word, hard: true, start: at, end: at + word.length }
}

function conjunctionAt(text: string, at: number, names: NameIndex): string {
  const word = wordAt(text, at, CONJUNCTIONS)
  const next = skipSpaces(text, at + word.length)
  if (word === '' || word === '+') return word !== '' && names.match(text, next) ? word : ''
  const goesOn = names.match(text, next) !== null || isDigit(text.charAt(next))
  return goesOn && !(isSpacedLetter(word.charAt(0)) && next === at + word.length) ? word : ''
}

function linkAt(text: string, at: number): number {
  const word = wordAt(text, at, LINKS)
  return word !== '' && readNumeral(text, skipSpaces(text, at + word.length)) ? word.length : 0
}

/** Whether a number may begin here, seen from what stands before it. */
function mayBegin(text: string, at: number, names: NameIndex, open: WordToken | null): boolean {
  const char = text.charAt(at)
  if (open === null) return !('-.:~'.includes(text.charAt(at - 1) || ' ') && isDigit(text.charAt(at - 2)))
  const word = text.slice(open.start, at)
  // Q3 and iPhone15 are words; cals20 is a slip for calls.
  if (isSpacedLetter(text.charAt(at - 1))) return isDigit(char) && names.nearest(word) !== undefined
  if ('-+~'.includes(char) || isDigit(text.charAt(at - 1))) return false
  return isDigit(char) || !isAboutWord(char) || isPlainBefore(word)
}

/** In 预约3个 the 约 belongs to the word. */
const isAboutWord = (char: string): boolean => '约近超大不至最负負'.includes(char)

function numberAt(
  text: string,
  at: number,
  numeral: Numeral,
  names: NameIndex,
  open: WordToken | null,
): NumberToken | null {
  const bare = at + numeral.length
  const measure = measureEnd(text, bare, names)
  // 3客户 counts customers, 3M公司 is one.
  const end = measure ?? (numeral.hasUnit ? bare : fillerEnd(text, bare))
  const measured = measure !== null
  if (DURATIONS.some(word => text.startsWith(word, end))) return null
  const clean = endsCleanly(text, end, names)
  if (!clean && !measured) return null
  // 三 in 跟进三 is rather a piece of a word, unless it counts something or carries a unit.
  if (open && numeral.spelled && !measured && !numeral.hasUnit) return null
  const doubtful = !clean && numeral.spelled && readNumeral(text, end) === null
  return { type: 'number', numeral, measured, doubtful, start: at, end }
}

/** The end of a measure word and its filler right after a number, or null. A space before it needs a clean end behind. */
function measureEnd(text: string, at: number, names: NameIndex): number | null {
  const start = skipSpaces(text, at)
  // 3单元 is an address.
  if (!MEASURES.has(text.charAt(start)) || text.startsWith('单元', start) || names.match(text, start)) return null
  const end = fillerEnd(text, start + 1)
  return start === at || endsCleanly(text, end, names) ? end : null
}

const fillerEnd = (text: string, at: number): number => at + wordAt(text, at, FILLERS).length

/** Whether what follows cannot be a continuation of the number's word. */
function endsCleanly(text: string, end: number, names: NameIndex): boolean {
  const next = charAt(text, end)
  if (names.match(text, end) || conjunctionAt(text, end, names) !== '') return true
  if (isLetter(next) || isDigit(next)) return false
  return !('-.:~'.includes(next || ' ') && isDigit(text.charAt(end + 1)))
}
