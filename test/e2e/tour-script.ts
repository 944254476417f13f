import { readFileSync } from 'node:fs'
import path from 'node:path'

/** What the README tells a visitor to type, and how the page names what they click. */
export interface TourScript {
  readonly lang: 'zh' | 'en'
  readonly locale: string
  readonly plan: string
  readonly target: string
  readonly won: string
  readonly kudos: string
  readonly my: string
  readonly report: string
  readonly lateReport: string
  readonly why: string
  readonly board: string
  readonly trace: string
  readonly team: string
  /** Said to the group, not to the bot. */
  readonly talk: string
  readonly rules: string
  readonly urgent: string
  readonly hello: string
  /** Everything that the tour puts in italics: names that the page must show just so. */
  readonly names: readonly string[]
}

const sources = {
  zh: { file: 'README.zh-CN.md', heading: '## 走一遍', locale: 'zh-CN' },
  en: { file: 'README.md', heading: '## The tour', locale: 'en-US' },
} as const

/** So many things are typed on the way. */
const toType = 15

/** Reads the tour out of the README, so that the README and the test can never tell different stories. */
export function readTour(lang: 'zh' | 'en'): TourScript {
  const { file, heading, locale } = sources[lang]
  const text = readFileSync(path.join(import.meta.dirname, '../..', file), 'utf8')
  const from = text.indexOf(heading)
  const section = text.slice(from, text.indexOf('\n## ', from + 1))
  // A setting of the server is the one thing in code that nobody types into the Room.
  const typed = Array.from(section.matchAll(/`(?!DEMO_LANG=)([^`]+)`/g), ([, words = '']) => words)
  const names = Array.from(section.matchAll(/(?<![*\w])[*_]([^*_\n]+)[*_](?![*\w])/g), ([, name = '']) => name)
  if (typed.length !== toType) {
    throw new Error(`the tour of ${file} tells to type something else than this test knows: ${typed.join(' | ')}`)
  }
  const [plan = '', target = '', won = '', kudos = '', my = '', report = '', ...evening] = typed
  const [lateReport = '', why = '', board = '', trace = '', team = '', ...last] = evening
  const [talk = '', rules = '', urgent = '', hello = ''] = last
  const said = { plan, target, won, kudos, my, report, lateReport, why, board, trace, team, talk, rules, urgent, hello }
  return { lang, locale, names, ...said }
}
