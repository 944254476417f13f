import { ABOUT, CURRENCY_AFTER, CURRENCY_BEFORE } from './lexicon.ts'
import { type Magnitude, readMagnitude, shift } from './magnitude.ts'
import { charAt, fold, isDigit, isLetter, isSpacedLetter, skipSpaces, wordAt } from './normalise.ts'

/** One number as a person wrote it. */
export interface Numeral {
  /** 30% is 30; 负2 is -2; of a range (3-5) the lower end. May be Infinity when absurdly many digits are typed. */
  value: number
  /** False for 20多, 约5万, 两三个, 3-5, 20+. */
  exact: boolean
  /** Written with a currency: ¥500, 8万元. */
  money: boolean
  /** Written with two decimals, as money is: 50.00. */
  cents: boolean
  percent: boolean
  /** Written with a multiplier such as 万, k or 5百. */
  hasUnit: boolean
  /** Written with Chinese digits only. */
  spelled: boolean
  text: string
  length: number
}

const CENTS = /^\d[\d,]*\.\d\d$/

/** Reads a text that is one number and nothing else, or null. */
export function parseNumeral(text: string): Numeral | null {
  const folded = fold(text)
  const start = skipSpaces(folded, 0)
  const read = readNumeral(folded, start)
  if (read === null || skipSpaces(folded, start + read.length) !== folded.length) return null
  return { ...read, text: text.slice(start, start + read.length) }
}

/** Reads the longest number that starts at `at` of a folded text, or null. Looks at nothing after that number's word. */
export function readNumeral(text: string, at: number): Numeral | null {
  const about = aboutAt(text, at)
  const sign = readSign(text, at + about)
  const share = text.startsWith('百分之', sign.end) ? 3 : 0
  const currency = wordAt(text, sign.end, CURRENCY_BEFORE)
  const start = currency === '' ? sign.end + share : skipSpaces(text, sign.end + currency.length)
  const lower = readMagnitude(text, start)
  if (lower === null) return null
  const quantity = withRange(text, lower)
  const suffix = readSuffix(text, quantity.end)
  return {
    value: sign.negative && quantity.value !== 0 ? -quantity.value : quantity.value,
    exact: quantity.exact && about === 0 && !suffix.more,
    money: suffix.money || currency !== '',
    cents: CENTS.test(text.slice(start, quantity.end)),
    percent: suffix.percent || share > 0,
    hasUnit: quantity.hasUnit,
    spelled: quantity.spelled && currency === '' && share === 0 && about === 0 && !sign.negative,
    text: text.slice(at, suffix.end),
    length: suffix.end - at,
  }
}

/** The length of 约, about, ~ and the like before a number; 0 without one. */
function aboutAt(text: string, at: number): number {
  const word = wordAt(text, at, ABOUT)
  const end = at + word.length
  if (word === '' || (isSpacedLetter(charAt(word, 0)) && text.charAt(end) !== ' ')) return 0
  return skipSpaces(text, end) - at
}

function readSign(text: string, at: number): { negative: boolean; end: number } {
  const sign = text.charAt(at)
  if (sign === '+') return { negative: false, end: at + 1 }
  return '-−负負'.includes(sign) && sign !== '' ? { negative: true, end: at + 1 } : { negative: false, end: at }
}

/** 3-5, 3~5万, 三到五: the lower end, in the unit of the upper one, and not exact. */
function withRange(text: string, lower: Magnitude): Magnitude {
  if (!'-~到至'.includes(text.charAt(lower.end) || ' ')) return lower
  const upper = readMagnitude(text, lower.end + 1)
  if (upper === null) return lower
  const value = lower.scale === 0 ? shift(lower.value, upper.scale) : lower.value
  return {
    ...upper,
    value,
    hasUnit: lower.hasUnit || upper.hasUnit,
    exact: false,
    spelled: lower.spelled && upper.spelled,
  }
}

interface Suffix {
  end: number
  money: boolean
  percent: boolean
  more: boolean
}

function readSuffix(text: string, at: number): Suffix {
  const next = skipSpaces(text, at)
  if (text.charAt(next) === '%') return { end: next + 1, money: false, percent: true, more: false }
  const currency = wordAt(text, next, CURRENCY_AFTER)
  const end = next + currency.length
  const whole = currency !== '' && !(isSpacedLetter(charAt(currency, 0)) && isSpacedLetter(charAt(text, end)))
  // "3 $5": a sign with a number behind it belongs to that number.
  if (whole && (isLetter(charAt(currency, 0)) || !isDigit(text.charAt(end)))) {
    return { end, money: true, percent: false, more: false }
  }
  const more = text.charAt(at) === '+' && !isDigit(text.charAt(at + 1))
  return { end: more ? at + 1 : at, money: false, percent: false, more }
}
