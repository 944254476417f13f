/** A country's code and the number in it: at the most 15 digits, and hardly any country has so few as 8. */
const international = /^[1-9]\d{7,14}$/
const mainland = /^1[3-9]\d{9}$/
const mainlandCode = '86'

/**
 * The number as digits alone, the country's code first, so that every way of writing one number reads the same; null when
 * it is none, or when nothing tells its country. Without `+` or `00` it is a number of `countryCode`, else of mainland China.
 * A fixed line of mainland China is null, too: whoever shares a switchboard is not one person.
 */
export function readMobile(text: string, countryCode = ''): string | null {
  const bare = text.normalize('NFKC').replaceAll(/[\s().·‐-―-]/gu, '')
  const [, sign, digits = ''] = /^(\+|00)?(\d+)$/.exec(bare) ?? []
  const full = sign === undefined ? withCountry(digits, countryCode.replaceAll(/\D/g, '')) : digits
  if (full === null || !international.test(full)) return null
  return full.startsWith(mainlandCode) && !mainland.test(full.slice(mainlandCode.length)) ? null : full
}

function withCountry(digits: string, countryCode: string): string | null {
  if (countryCode !== '' && countryCode !== mainlandCode) return countryCode + digits
  if (mainland.test(digits)) return mainlandCode + digits
  const rest = digits.slice(mainlandCode.length)
  return digits.startsWith(mainlandCode) && mainland.test(rest) ? digits : null
}
