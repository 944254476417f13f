/** No date or time is longer; what is, is not read at all. */
const LONGEST = 60

/** One spelling for what is said in many: half-width, lower case, digits for Chinese numerals, single spaces. */
export function tidy(text: string): string {
  if (text.length > LONGEST) return ''
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[〇零一二两三四五六七八九十]+/g, numeral => String(readNumeral(numeral)))
    .replaceAll(/\s+/g, ' ')
    .trim()
}

export function withoutSpaces(text: string): string {
  return text.replaceAll(' ', '')
}

/** Every way to part a tidy text in two where it may say "from … to …", from the left. */
export function* partings(text: string): Generator<readonly [from: string, to: string]> {
  const bare = text.replace(/^(?:from |从|自)/, '')
  for (const mark of bare.matchAll(/ (?:to|until|till) |[~至到—–-]|\.{2,3}/g)) {
    yield [bare.slice(0, mark.index).trim(), bare.slice(mark.index + mark[0].length).trim()]
  }
}

const digits = '〇一二三四五六七八九'

/** `二十一` is 21, `十` is 10, `二〇二六` is 2026: as large as dates and times need. */
function readNumeral(numeral: string): number | string {
  const plain = numeral.replaceAll('零', '〇').replaceAll('两', '二')
  const [tens, ones, ...more] = plain.split('十')
  if (ones === undefined || more.length > 0) return Array.from(plain, digit => digits.indexOf(digit)).join('')
  return (tens === '' ? 1 : digits.indexOf(tens ?? '')) * 10 + (ones === '' ? 0 : digits.indexOf(ones))
}
