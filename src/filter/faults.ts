import type { Words } from '../base/words.ts'
import { longestSuggestion, longestWord, mostWords } from './limits.ts'

/** Something in a list that whoever made it can mend. */
export interface Fault {
  readonly code: keyof typeof faultWords
  /** Counted from 1, as an editor or a spreadsheet shows it; null for the list as a whole. */
  readonly line: number | null
  readonly words: Words
}

export function faultOf(code: Fault['code'], line: number | null = null): Fault {
  return { code, line, words: faultWords[code] }
}

const figures = new Intl.NumberFormat('en')

const faultWords = {
  'too-many': {
    zh: `词太多：一份词表最多 ${mostWords} 个词，请拆开或删减后再导入`,
    en: `too many words: a list takes up to ${figures.format(mostWords)}; please shorten it and try again`,
  },
  'too-large': {
    zh: '文件太大：词表最大 8 MB',
    en: 'the file is too large: a list may have up to 8 MB',
  },
  'too-short': {
    zh: '至少要两个字：一个字会误伤太多',
    en: 'a word needs two letters at least: one alone would hit far too much',
  },
  'no-letters': {
    zh: '只有符号，没有可查的字',
    en: 'there are only signs, no letters to look for',
  },
  'too-long': {
    zh: `词太长：最多 ${longestWord} 个字`,
    en: `the word is too long: up to ${longestWord} letters`,
  },
  'suggestion-too-long': {
    zh: `建议说法太长：最多 ${longestSuggestion} 个字`,
    en: `the suggestion is too long: up to ${longestSuggestion} characters`,
  },
  'unknown-action': {
    zh: '不认识这个处理方式，可以写：拦截、打码、提示、复核、放行',
    en: 'unknown action; use block, mask, hint, review or allow',
  },
  'listed-and-allowed': {
    zh: '同一个词既在词表里又被放行：按放行处理',
    en: 'the word is both listed and allowed: it is allowed',
  },
  'no-words': { zh: '文件里没有词', en: 'there are no words in the file' },
  'no-word': { zh: '这一行缺词', en: 'the word is missing in this line' },
  'open-quote': { zh: '引号没有闭合', en: 'a quote is never closed' },
  'text-after-quote': { zh: '引号后面多了文字', en: 'there is text right after a closing quote' },
  'not-utf8': {
    zh: '文字编码不是 UTF-8，请另存为 UTF-8 再导入',
    en: 'the text is not UTF-8; please save it as UTF-8 and try again',
  },
  'unknown-kind': {
    zh: '只认 .txt、.csv 和 .xlsx 文件',
    en: 'only .txt, .csv and .xlsx files can be read',
  },
  'old-excel': {
    zh: '这是旧版或加密的 Excel 文件，请另存为不加密的 .xlsx',
    en: 'this is an old or protected Excel file; please save it as .xlsx without a password',
  },
  'unreadable-excel': {
    zh: '这个 Excel 文件读不出来，可能已损坏',
    en: 'this Excel file cannot be read; it may be damaged',
  },
  'swollen-excel': {
    zh: '这个 Excel 文件展开后太大，请只留下词表再导入',
    en: 'this Excel file is too large once unpacked; please keep only the list in it',
  },
  'more-faults': {
    zh: '还有更多问题没有列出，请先改好上面这些',
    en: 'there is more amiss than is shown; please mend these first',
  },
} as const satisfies Record<string, Words>
