import { idCheckDigit, passesLuhn } from './checksums.ts'
import { chainsOf, type Group } from './digit-groups.ts'
import { type Normalised, originalRange, type Range, typed } from './normalise.ts'

export type PersonalKind = 'mobile' | 'id-card' | 'bank-card'

export interface PersonalData extends Range {
  readonly kind: PersonalKind
  /** What may be shown of it. */
  readonly masked: string
}

/** The numbers in a text by which a customer could be found: mobile numbers of mainland China, ID cards and bank cards. */
export function findPersonalData(text: string): readonly PersonalData[] {
  const plain = typed(text)
  return chainsOf(plain).flatMap(chain => findInChain(plain, chain))
}

/** From a mobile number to a card in groups. */
const fewestDigits = 11
const mostDigits = 19

function findInChain(text: Normalised, chain: readonly Group[]): readonly PersonalData[] {
  const found: PersonalData[] = []
  for (let first = 0; first < chain.length; ) {
    const number = goesOn(chain, first) || isFraction(text, chain, first) ? null : longestFrom(text, chain, first)
    if (number !== null) found.push(number.data)
    first = number === null ? first + 1 : number.next
  }
  return found
}

function longestFrom(text: Normalised, chain: readonly Group[], first: number) {
  const sums: number[] = []
  let digits = ''
  for (let at = first; at < chain.length && digits.length < mostDigits; at++) {
    digits += chain[at]?.digits ?? ''
    sums.push(digits.length)
  }
  for (let count = sums.length; count > 0; count--) {
    const size = sums[count - 1] ?? 0
    if (size < fewestDigits) return null
    const next = first + count
    const data =
      size > mostDigits || goesOn(chain, next)
        ? null
        : read(text, digits.slice(0, size), () => chain.slice(first, next))
    if (data !== null) return { data, next }
  }
  return null
}

/** Within digits that stand one by one: a part of them is no number, as little as within digits that stand together. */
function goesOn(chain: readonly Group[], at: number): boolean {
  return chain[at - 1]?.digits.length === 1 && chain[at]?.digits.length === 1
}

/** What the digits of some groups are. Most are nothing, so the groups are asked for only where the digits may be something. */
function read(text: Normalised, digits: string, groupsOf: () => readonly Group[]): PersonalData | null {
  const [isId, mobile, isCard] = [isIdCard(digits), readMobile(digits), isBankCard(digits)]
  if (!isId && mobile === null && !isCard) return null
  const groups = groupsOf()
  const [first, last] = [groups[0], groups.at(-1)]
  if (first === undefined || last === undefined) return null
  if (isId)
    return found('id-card', text, first.from, last.to, `${digits.slice(0, 4)}${'*'.repeat(10)}${digits.slice(14)}`)
  const shape = groups.map(group => group.digits.length)
  const before = /[a-z]/.test(text.plain[first.from - 1] ?? '')
  const after = /[a-z]/.test(text.plain[last.to] ?? '')
  // Between letters it is a part of some code, such as that of a file.
  if (mobile !== null && isMobileShape(withoutFirst(shape, mobile.code.length)) && !(before && after)) {
    const from = mobile.code === '' ? first.from : withSign(text.plain, first)
    return found('mobile', text, from, last.to, `${mobile.number.slice(0, 3)}****${mobile.number.slice(7)}`)
  }
  if (isCard && isCardShape(shape) && !before && !after)
    return found('bank-card', text, first.from, last.to, `**** ${digits.slice(-4)}`)
  return null
}

function found(kind: PersonalKind, text: Normalised, from: number, to: number, masked: string): PersonalData {
  return { kind, ...originalRange(text, from, to), masked }
}

/** Where a number begins of which the first group is, or begins with, a country's code: `+86`, `(+86)`. */
function withSign(plain: string, { from, to }: Group): number {
  const sign = plain[from - 1] === '+' ? from - 1 : from
  return plain[sign - 1] === '(' && plain[to] === ')' ? sign - 1 : sign
}

/** The digits after "0.", of which there may be as many as a number has. */
function isFraction({ plain }: Normalised, chain: readonly Group[], at: number): boolean {
  const before = chain[at - 1]
  return before?.digits === '0' && plain.slice(before.to, chain[at]?.from) === '.'
}

/** The first digits: provinces, Hong Kong, Macao and Taiwan. */
const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/

/** Of 18 digits in any groups: place, date and check digit leave little to chance. */
function isIdCard(digits: string): boolean {
  if (!/^\d{17}[\dX]$/.test(digits) || !provinces.test(digits)) return false
  return isBirthday(digits.slice(6, 14)) && idCheckDigit(digits.slice(0, 17)) === digits[17]
}

function isBirthday(date: string): boolean {
  const [, year, month, day] = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(date)?.map(Number) ?? []
  if (year === undefined || month === undefined || day === undefined) return false
  const read = new Date(Date.UTC(year, month - 1, day))
  return read.getUTCMonth() === month - 1 && read.getUTCDate() === day
}

/** How people part the eleven digits; what is parted otherwise is several numbers. */
const mobileShapes = new Set(['11', '3,4,4', '3,8', '7,4', '4,3,4', '4,4,3', '3,3,5', '5,6', '6,5', shapeOfOnes(11)])

function shapeOfOnes(count: number): string {
  return new Array(count).fill(1).join()
}

const isMobileShape = (shape: readonly number[]): boolean => mobileShapes.has(shape.join())

function readMobile(digits: string): { readonly number: string; readonly code: string } | null {
  const [, code = '', number] = /^((?:00)?86)?(1[3-9]\d{9})$/.exec(digits) ?? []
  return number === undefined ? null : { number, code }
}

/** The shape of what is left after that many digits. */
function withoutFirst(shape: readonly number[], digits: number): readonly number[] {
  const [first = 0, ...rest] = shape
  if (digits === 0) return shape
  return first > digits ? [first - digits, ...rest] : withoutFirst(rest, digits - first)
}

/** Who gives cards out, and of which lengths: UnionPay, Visa, Mastercard, American Express, JCB, Diners, and banks of before. */
const issuers = [
  /^62\d{14,17}$/,
  /^4\d{15}$/,
  /^(?:5[1-5]|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720))\d+(?<=^\d{16})$/,
  /^3[47]\d{13}$/,
  /^35(?:2[89]|[3-8]\d)\d{12}$/,
  /^3(?:0[0-5]|[68]\d)\d{11}$/,
  /^(?:9558|9559)\d{15}$/,
  /^(?:601382|601428|603\d{3}|690755|622\d{3}|685800)\d{9,13}$/,
] as const

function isBankCard(digits: string): boolean {
  return issuers.some(issuer => issuer.test(digits)) && passesLuhn(digits)
}

/** As cards are printed, or the issuer and the rest, or digit by digit. */
function isCardShape(shape: readonly number[]): boolean {
  const [first = 0, last = 0] = [shape[0], shape.at(-1)]
  if (shape.length === 1 || shape.every(size => size === 1)) return true
  if (shape.slice(0, -1).every(size => size === 4)) return last <= 4
  return (shape.length === 2 && first === 6) || ['4,6,5', '4,6,4'].includes(shape.join())
}
