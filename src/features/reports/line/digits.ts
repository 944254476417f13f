/** Digits as written, without any unit: 1,234.5 · 三 · 二〇二六 · 三点五. */
export interface Coefficient {
  value: number
  end: number
  /** How many digits are written; 0 when there is a fraction. */
  digits: number
  exact: boolean
  /** Begins with 零: 零五. */
  padded: boolean
  /** Written in Chinese digits. */
  spelled: boolean
}

const DIGITS: ReadonlyMap<string, string> = new Map(
  ['零〇○', '一壹', '二两兩贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((chars, digit) =>
    [...chars].map((char): [string, string] => [char, String(digit)]),
  ),
)
const ARABIC = /[1-9]\d{0,2}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+/y

/** Reads the digits that start at `at` of a folded text. */
export function readCoefficient(text: string, at: number): Coefficient | null {
  return readArabic(text, at) ?? readSpelled(text, at)
}

function readArabic(text: string, at: number): Coefficient | null {
  ARABIC.lastIndex = at
  const found = ARABIC.exec(text)?.[0]
  if (found === undefined) return null
  const digits = found.includes('.') ? 0 : found.length
  const value = Number(found.replaceAll(',', ''))
  return { value, end: at + found.length, digits, exact: true, padded: false, spelled: false }
}

function readSpelled(text: string, at: number): Coefficient | null {
  const whole = spelledDigits(text, at)
  if (whole === '') return null
  const end = at + whole.length
  const fraction = text.charAt(end) === '点' ? spelledDigits(text, end + 1) : ''
  // 三点二十 is a time of day, not 3.2.
  if (fraction !== '' && text.charAt(end + 1 + fraction.length) !== '十') {
    const value = Number(`${whole}.${fraction}`)
    return { value, end: end + 1 + fraction.length, digits: 0, exact: true, padded: false, spelled: true }
  }
  if (isRange(whole)) {
    return { value: Number(whole.charAt(0)), end, digits: 1, exact: false, padded: false, spelled: true }
  }
  const padded = whole.length > 1 && whole.startsWith('0')
  return { value: Number(whole), end, digits: whole.length, exact: true, padded, spelled: true }
}

function spelledDigits(text: string, at: number): string {
  const digits: string[] = []
  for (;;) {
    const digit = DIGITS.get(text.charAt(at + digits.length))
    if (digit === undefined) return digits.join('')
    digits.push(digit)
  }
}

/** 两三个, 七八个 and 三五个 name a range, not 23, 78 and 35. */
function isRange(digits: string): boolean {
  if (digits.length !== 2 || digits.startsWith('0')) return false
  return digits === '35' || Number(digits.charAt(1)) - Number(digits.charAt(0)) === 1
}
