/**
 * WeCom has no escape for its marks, and beside a zero-width space most of them would still act. So whatever could be read
 * as a mark is written as its full-width twin, which every reader of Chinese takes for the same sign.
 */
const twins: Readonly<Record<string, string>> = {
  '*': '＊',
  '`': '｀',
  '[': '［',
  ']': '］',
  '<': '＜',
  '~': '～',
  '|': '｜',
  '\\': '＼',
  _: '＿',
  '&': '＆',
  '!': '！',
  '#': '＃',
  '>': '＞',
  '-': '－',
  '+': '＋',
  '=': '＝',
  ':': '：',
  '.': '．',
  ')': '）',
}

const twinOf = (sign: string): string => twins[sign] ?? sign

/**
 * Marks wherever they stand; an underscore but within a name such as `big_deal`, an ampersand
 * where it begins a sign's name, and an exclamation mark that a link may follow, which would then be a picture.
 */
const marks = /[*`[\]<>~|\\]|(?<![a-z\d])_|_(?![a-z\d])|&(?=#?\w*(?:;|$))|!$/gi

/** What clients make a link of by themselves, unless something unseen stands in it. */
const addresses = /\/\/|(?<=www)\./gi

/** Anybody's words, so that no dialect of WeCom's markdown reads more in them than they say: no mark, no link, no mention. */
export function neutral(words: string): string {
  return words.replaceAll(/\r\n?/g, '\n').replaceAll(marks, twinOf).replaceAll(addresses, '\u200b$&')
}

/** What a line must not begin with: a heading, a list, a rule or underline, and the spaces that make it code. */
export function guarded(line: string): string {
  return line
    .replace(/^[ \t]+/, spaces => '\u00a0'.repeat(spaces.length))
    .replace(/^(?:#|[-+](?=\s|$)|[-=:](?=[-=:]*\s*$))/, twinOf)
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, (_, number: string, sign: string) => number + twinOf(sign))
}

/** Words of any lines as one line. */
export function oneLine(words: string): string {
  return words.replaceAll(/\s*[\r\n]+\s*/g, ' ')
}
