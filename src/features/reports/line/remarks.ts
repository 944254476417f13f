import { addsNothing, NOTHING } from './lexicon.ts'

export interface Range {
  start: number
  end: number
}

/** Punctuation and emoji between numbers are decoration; a remark has a letter or a digit. */
const SAYS_SOMETHING = /[\p{L}\p{Nd}]/u
const EDGES = new Set(' \n,;:、/|=+①②③④⑤⑥⑦⑧⑨⑩')

/** The parts of a range that lie in none of `taken`, which is in order. */
export function gaps(range: Range, taken: readonly Range[]): readonly Range[] {
  const left: Range[] = []
  let start = range.start
  for (const { start: from, end } of taken) {
    if (from > start) left.push({ start, end: from })
    start = Math.max(start, end)
  }
  if (start < range.end) left.push({ start, end: range.end })
  return left
}

/** The remarks in a range, without separators at their edges and without what says nothing. */
export function remarksIn(folded: string, range: Range, separator: RegExp): readonly Range[] {
  const remarks: Range[] = []
  let start = range.start
  for (const part of folded.slice(range.start, range.end).split(separator)) {
    const remark = trimmed(folded, { start, end: start + part.length })
    const said = folded.slice(remark.start, remark.end)
    if (SAYS_SOMETHING.test(said) && !addsNothing(said)) remarks.push(remark)
    start += part.length + 1
  }
  return remarks
}

/** What parts one remark from the next. */
export const SEMICOLON = /;/
/** The same between numbers, where a comma ends what belongs to one number. Not the comma of 1,234. */
export const CLAUSE_END = /;|(?<!\d),|,(?!\d)/

/** Whether a blocker says that there is none: 无, none. */
export const saysNone = (folded: string): boolean => NOTHING.has(folded.replace(/[.。!]$/, ''))

function trimmed(folded: string, range: Range): Range {
  let { start, end } = range
  while (start < end && EDGES.has(folded.charAt(start))) start += 1
  while (end > start && EDGES.has(folded.charAt(end - 1))) end -= 1
  return { start, end }
}
