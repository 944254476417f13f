export { readDate } from './read-date.ts'
export { readDateRange } from './read-date-range.ts'
export { readTime, readTimeSpan } from './read-time.ts'

const quotes = ['""', "''", '“”', '‘’', '「」', '『』', '＂＂']

const quoted = quotes.map(([open, close]) => `${open}([^${open}${close}]*)${close}(?!\\S)`)

const word = new RegExp([...quoted, '(\\S+)'].join('|'), 'g')

/**
 * Splits at spaces; what stands in quotes is one word, without them. Only a quote at a word's beginning opens, and only
 * one before a space or the end closes, so `don't` is a word; a quote that never closes is a character like any other.
 */
export function splitWords(text: string): readonly string[] {
  return Array.from(text.matchAll(word), ([, ...found]) => found.find(one => one !== undefined) ?? '')
}
