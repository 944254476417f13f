/**
 * Folds width, case and spaces of typed text.
 *
 * The fold never changes the length: each UTF-16 unit becomes exactly one unit, so an offset in the folded text is the
 * same offset in what was typed, and no table of offsets has to be carried along. Line breaks stay `\n`; every other
 * space and every invisible joiner becomes one plain space.
 */
export function fold(text: string): string {
  let folded = ''
  for (let at = 0; at < text.length; at += 1) folded += foldUnit(text.charAt(at))
  return folded
}

const FULL_WIDTH_SHIFT = 0xff01 - 0x21
const LINE_BREAK = /[\n\v\f\u0085\u2028\u2029]/
const INVISIBLE = /[\s\u00ad\u200b-\u200d\u2060]|[\ufe00-\ufe0f]|\u20e3/

function foldUnit(unit: string): string {
  if (LINE_BREAK.test(unit)) return '\n'
  if (INVISIBLE.test(unit)) return ' '
  const code = unit.charCodeAt(0)
  if (unit === '￥') return '¥'
  const narrow = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - FULL_WIDTH_SHIFT) : unit
  const lower = narrow.toLowerCase()
  return lower.length === 1 ? lower : narrow
}

/** A name as it is looked up: folded, with single inner spaces and none outside. */
export function foldName(name: string): string {
  return fold(name).replaceAll('\n', ' ').replace(/ +/g, ' ').trim()
}

const LETTER = /^[\p{L}\p{M}]/u
const HAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const DIGIT = /^\d/

/** The character (a whole code point) at an offset, or '' past the end. */
export function charAt(text: string, at: number): string {
  const code = text.codePointAt(at)
  return code === undefined ? '' : String.fromCodePoint(code)
}

export const isDigit = (char: string): boolean => DIGIT.test(char)
export const isLetter = (char: string): boolean => LETTER.test(char)
/** A letter of a script that puts spaces between words. */
export const isSpacedLetter = (char: string): boolean => LETTER.test(char) && !HAN.test(char)

/** The first offset at or after `at` that is not a plain space. */
export function skipSpaces(text: string, at: number): number {
  let next = at
  while (text.charAt(next) === ' ') next += 1
  return next
}

/** The longest word of `words` (sorted longest first) that stands at an offset, or ''. */
export function wordAt(text: string, at: number, words: readonly string[]): string {
  return words.find(word => text.startsWith(word, at)) ?? ''
}

export const longestFirst = (words: readonly string[]): readonly string[] =>
  words.toSorted((a, b) => b.length - a.length)
