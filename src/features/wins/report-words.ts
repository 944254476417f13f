import type { Lang } from '../../base/words.ts'
import { text } from '../../content/build.ts'
import type { Block } from '../../content/content.ts'
import { type Metric, metricName, showValue } from '../metrics/catalogue.ts'
import { findKey } from '../metrics/metric.ts'
import { shortOf, valuesOf, type Win } from './win.ts'
import { dealWords } from './words.ts'

/** A deal in the notes of a report. */
export function noteOf(win: Win, lang: Lang): string {
  return { zh: `喜报：${dealWords(win, lang)}`, en: `Won: ${dealWords(win, lang)}` }[lang]
}

/**
 * Asks about deals that were rung and are not all in the report; null when they are. `start` is how a line for the same
 * report begins.
 */
export function missingWinsBlock(wins: readonly Win[], { reported, start, metrics }: Asking, lang: Lang): Block | null {
  const short = Object.keys(shortOf(wins, reported)).filter(key => findKey(metrics, key) !== null)
  if (short.length === 0) return null
  const rung = valuesOf(wins)
  const said = (values: Asking['reported']) =>
    short.map(key => `${nameOf(key, metrics, lang)} ${shown(key, values[key] ?? 0, metrics, lang)}`).join(comma[lang])
  const deals = wins.map(win => dealWords(win, lang)).join({ zh: '、', en: '; ' }[lang])
  const line = short.map(key => typed(key, rung[key] ?? 0, metrics, lang)).join(' ')
  return text(
    {
      zh: `报过喜：${deals}（${said(rung)}），日报里是${said(reported)}。漏了的话补上：${start} ${line}`,
      en: `The bell rang for ${deals} (${said(rung)}); the report says ${said(reported)}. If that was left out: ${start} ${line}`,
    }[lang],
  )
}

interface Asking {
  /** Metric key → what the report says. */
  readonly reported: Readonly<Record<string, number>>
  readonly start: string
  readonly metrics: readonly Metric[]
}

const comma = { zh: '、', en: ', ' } as const

function nameOf(key: string, metrics: readonly Metric[], lang: Lang): string {
  const metric = findKey(metrics, key)
  return metric ? metricName(metric, lang) : key
}

function shown(key: string, value: number, metrics: readonly Metric[], lang: Lang): string {
  return showValue(findKey(metrics, key) ?? { unit: 'number' }, value, lang)
}

/** As it reads back when it is typed: 签单2, deals 2. */
function typed(key: string, value: number, metrics: readonly Metric[], lang: Lang): string {
  const name = nameOf(key, metrics, lang)
  return { zh: `${name}${value}`, en: `${name.toLowerCase()} ${value}` }[lang]
}
