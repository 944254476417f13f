import { type Coefficient, readCoefficient } from './digits.ts'
import { MEASURES } from './lexicon.ts'
import { charAt, isLetter, isSpacedLetter, longestFirst, wordAt } from './normalise.ts'

/** A quantity with its units, before sign, currency and percent. */
export interface Magnitude {
  value: number
  end: number
  exact: boolean
  /** Written with a multiplier such as 万, k or 5百. */
  hasUnit: boolean
  /** The power of ten of the last unit; 0 without one. */
  scale: number
  /** Written with Chinese digits only. Such a word may just as well begin a name: 三一重工. */
  spelled: boolean
}

type Units = ReadonlyMap<string, number>

const SMALL_UNITS: Units = new Map(Object.entries({ 十: 1, 拾: 1, 百: 2, 佰: 2, 千: 3, 仟: 3 }))
const BIG_UNITS: Units = new Map(Object.entries({ 万亿: 12, 亿: 8, 億: 8, 万: 4, 萬: 4 }))
const LATIN_UNITS: Units = new Map(
  Object.entries({ k: 3, w: 4, m: 6, mn: 6, bn: 9, thousand: 3, million: 6, billion: 9 }),
)
const BIG_WORDS = longestFirst([...BIG_UNITS.keys()])
const LATIN_WORDS = longestFirst([...LATIN_UNITS.keys()])
const HALVES = ['一半', '半']
const MORE = /[多余几]|来(?=[个通次家笔万亿])/y

/** Reads the longest quantity that starts at `at` of a folded text: 1,234.5 · 三千二 · 8万5 · 80k · 一个半. */
export function readMagnitude(text: string, at: number): Magnitude | null {
  const half = wordAt(text, at, HALVES)
  if (half !== '') {
    return { value: 0.5, end: at + half.length, exact: true, hasUnit: false, scale: 0, spelled: true }
  }
  const read = readLatin(text, at) ?? readChain(text, at)
  return read && withHalf(text, withMore(text, read))
}

/** Moves the decimal point without binary rounding: shift(1.1, 4) is 11000. */
export function shift(value: number, power: number): number {
  const text = String(value)
  return text.includes('e') ? value * 10 ** power : Number(`${text}e${power}`)
}

function withMore(text: string, read: Magnitude): Magnitude {
  MORE.lastIndex = read.end
  return MORE.test(text) ? { ...read, end: read.end + 1, exact: false } : read
}

function withHalf(text: string, read: Magnitude): Magnitude {
  if (read.scale > 0 && text.charAt(read.end) === '半') {
    return { ...read, value: read.value + shift(5, read.scale - 1), end: read.end + 1 }
  }
  if (read.scale === 0 && text.startsWith('个半', read.end)) {
    return { ...read, value: read.value + 0.5, end: read.end + 2 }
  }
  return read
}

/** 80k, 8w5, 1.2 million. */
function readLatin(text: string, at: number): Magnitude | null {
  const coefficient = readCoefficient(text, at)
  if (coefficient === null || coefficient.spelled) return null
  const spaced = text.charAt(coefficient.end) === ' '
  const start = coefficient.end + (spaced ? 1 : 0)
  const unit = wordAt(text, start, LATIN_WORDS)
  const scale = LATIN_UNITS.get(unit)
  const end = start + unit.length
  // A letter after a space is no unit ("3 k…" may begin anything), nor is the beginning of a word ("3 meetings").
  if (scale === undefined || (spaced && unit.length <= 2) || isSpacedLetter(charAt(text, end))) return null
  const read = { value: shift(coefficient.value, scale), end, exact: true, hasUnit: true, scale, spelled: false }
  const tail = unit.length === 1 && Number.isInteger(coefficient.value) ? readCoefficient(text, end) : null
  return tail ? withTail(text, read, tail) : read
}

/** A quantity below 万: 三, 二十五, 3千2百. `lone` is its only coefficient when it has no unit. */
interface Section extends Magnitude {
  lone: Coefficient | null
}

/** Chinese units, alone or chained: 一百零五, 三千二, 3.5万, 2亿3千万. */
function readChain(text: string, at: number): Magnitude | null {
  let read: Magnitude | null = null
  let section = readSection(text, at)
  while (section) {
    const term = readBigUnit(text, section)
    if (term === null || (read && term.scale >= read.scale)) break
    read = sum(read, term)
    if (!Number.isInteger(section.value)) return read
    section = readSection(text, read.end)
  }
  if (read === null || section === null) return read ?? section
  return section.lone ? withTail(text, read, section.lone) : sum(read, section)
}

/** The section times the 万 or 亿 that follows it. */
function readBigUnit(text: string, section: Section): Magnitude | null {
  const counted = withMore(text, section)
  const unitAt = section.lone?.spelled === false ? spacedUnit(text, counted.end) : counted.end
  const unit = wordAt(text, unitAt, BIG_WORDS)
  const scale = BIG_UNITS.get(unit)
  if (scale === undefined) return null
  return { ...counted, value: shift(section.value, scale), end: unitAt + unit.length, hasUnit: true, scale }
}

/** The larger part and the smaller part right after it. */
function sum(larger: Magnitude | null, smaller: Magnitude): Magnitude {
  if (larger === null) return smaller
  return {
    value: larger.value + smaller.value,
    end: smaller.end,
    exact: larger.exact && smaller.exact,
    hasUnit: larger.hasUnit || smaller.hasUnit,
    scale: smaller.scale,
    spelled: larger.spelled && smaller.spelled,
  }
}

/** Skips the space in "8 万", but not in "8 万科". */
function spacedUnit(text: string, at: number): number {
  if (text.charAt(at) !== ' ' || !BIG_UNITS.has(text.charAt(at + 1))) return at
  const next = charAt(text, at + 2)
  return isLetter(next) && next !== '元' && next !== '块' ? at : at + 1
}

function readSection(text: string, at: number): Section | null {
  let read: Magnitude | null = null
  for (;;) {
    const start: number = read?.end ?? at
    const coefficient = readCoefficient(text, start)
    const term = readSmallUnit(text, start, coefficient)
    if (term === null || (read && term.scale >= read.scale)) {
      if (read) return { ...(coefficient ? withTail(text, read, coefficient) : read), lone: null }
      return coefficient && { ...bare(coefficient), lone: coefficient }
    }
    read = sum(read, term)
  }
}

function bare({ value, end, exact, spelled }: Coefficient): Magnitude {
  return { value, end, exact, spelled, hasUnit: false, scale: 0 }
}

function readSmallUnit(text: string, at: number, coefficient: Coefficient | null): Magnitude | null {
  const unitAt = coefficient?.end ?? at
  const scale = SMALL_UNITS.get(text.charAt(unitAt))
  if (scale === undefined || !(coefficient || mayOpen(text, unitAt))) return null
  const { value, exact, spelled } = coefficient ?? { value: 1, exact: true, spelled: true }
  return { value: shift(value, scale), end: unitAt + 1, exact, spelled, hasUnit: !spelled, scale }
}

/** A unit without a digit opens a number only as 十 or in 百万, 千万, 千亿: 百度 and 千里马 are names. */
function mayOpen(text: string, at: number): boolean {
  return text.charAt(at) === '十' || BIG_UNITS.has(text.charAt(at + 1))
}

/**
 * Adds the digits after the last unit. One digit counts in tenths of that unit (三千二, 8万5); as many digits as the unit
 * has zeros (8万5000) or a 零 before them (一百零五) count as written; anything between is read as written, not exact.
 */
function withTail(text: string, read: Magnitude, tail: Coefficient): Magnitude {
  if (tail.digits === 0 || tail.digits > read.scale + (tail.padded ? 1 : 0)) return read
  // In 8万3家 the 3 begins the next count.
  if (tail.value === 0 || MEASURES.has(text.charAt(tail.end)) || !Number.isInteger(read.value)) return read
  const tenths = tail.digits === 1
  const value = tenths ? shift(tail.value, read.scale - 1) : tail.value
  const plain = tenths || tail.padded || tail.digits === read.scale
  return {
    ...sum(read, bare(tail)),
    scale: read.scale,
    value: read.value + value,
    exact: read.exact && tail.exact && plain,
  }
}
