import { formatNumber } from './format-number.ts'
import { BARE_AMOUNT_FROM } from './judge.ts'
import { parseNumeral } from './numeral.ts'
import type { LineReading, Value } from './reading.ts'
import type { Metric, MetricKind, Vocabulary } from './vocabulary.ts'

type Lang = 'zh' | 'en'

const WORDS = {
  zh: { comma: ' ', semicolon: '；', blockers: '卡点：', notes: '备注：' },
  en: { comma: ', ', semicolon: '; ', blockers: 'Blockers: ', notes: 'Notes: ' },
} as const

/**
 * The canonical line of a reading, in one language: numbers, blockers and notes, a row each. Reading it again gives the
 * same values. What is still asked, unknown or guessed is not in it.
 */
export function restate(
  reading: { readonly values: readonly Pick<Value, 'key' | 'value'>[] } & Pick<LineReading, 'notes' | 'blockers'>,
  vocabulary: Vocabulary,
  lang: Lang,
): string {
  const words = WORDS[lang]
  const numbers = restateNumbers(new Map(reading.values.map(({ key, value }) => [key, value])), vocabulary, lang)
  const rows = [
    numbers.join(words.comma),
    reading.blockers.length > 0 ? words.blockers + reading.blockers.join(words.semicolon) : '',
    reading.notes.length > 0 ? words.notes + reading.notes.join(words.semicolon) : '',
  ]
  return rows.filter(row => row !== '').join('\n')
}

/** In the order of the values; a count takes its amount along (签单1/8万). */
function restateNumbers(values: ReadonlyMap<string, number>, vocabulary: Vocabulary, lang: Lang): readonly string[] {
  const paired = vocabulary.filter(
    ({ key, kind, amountKey }) =>
      kind === 'count' && amountKey !== undefined && values.has(key) && values.has(amountKey),
  )
  const amountsTaken = new Set(paired.map(({ amountKey }) => amountKey))
  return [...values].flatMap(([key, value]) => {
    const metric = vocabulary.find(candidate => candidate.key === key)
    if (amountsTaken.has(key)) return []
    if (metric === undefined) return restateOrphan(key, value, vocabulary, lang)
    const amount = paired.includes(metric) ? values.get(metric.amountKey ?? '') : undefined
    return [restateMetric(metric, value, amount, lang)]
  })
}

/** An amount without a metric of its own is said with the name of its count: 签单8万. */
function restateOrphan(key: string, value: number, vocabulary: Vocabulary, lang: Lang): readonly string[] {
  const count = vocabulary.find(({ amountKey }) => amountKey === key)
  return count ? [named(count, moneyText(value, lang), lang)] : []
}

function restateMetric(metric: Metric, value: number, amount: number | undefined, lang: Lang): string {
  if (metric.kind === 'amount') return named(metric, amountText(value, lang), lang)
  const mistakable = metric.kind === 'count' && metric.amountKey !== undefined && value >= BARE_AMOUNT_FROM
  // 万 or a large bare number behind the name of a count with an amount would be the amount.
  const number = numberText(value, metric.kind, mistakable ? 'en' : lang)
  if (amount !== undefined) return named(metric, `${number}/${amountText(amount, lang)}`, lang)
  if (!mistakable) return named(metric, number, lang)
  return lang === 'zh' ? named(metric, `${number}单`, lang) : `${number} ${nameIn(metric, lang)}`
}

const HAN = /\p{Script=Han}/u

function nameIn(metric: Metric, lang: Lang): string {
  const own = metric.names.find(name => HAN.test(name) === (lang === 'zh'))
  return own ?? metric.names[0] ?? metric.key
}

function named(metric: Metric, number: string, lang: Lang): string {
  const name = nameIn(metric, lang)
  return HAN.test(name.slice(-1)) ? name + number : `${name} ${number}`
}

const EXACT = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 17, useGrouping: false })
const CENTS = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** As people like it where that is the whole number, else with all its digits. */
function numberText(value: number, unit: MetricKind, lang: Lang): string {
  const text = formatNumber(value, { lang, unit })
  if (parseNumeral(text)?.value === value) return text
  return EXACT.format(value) + (unit === 'percent' ? '%' : '')
}

/** Small amounts are marked as money, since a bare 8 might be 8万. */
function amountText(value: number, lang: Lang): string {
  return value > 0 && value < BARE_AMOUNT_FROM ? moneyText(value, lang) : numberText(value, 'amount', lang)
}

function moneyText(value: number, lang: Lang): string {
  if (lang === 'zh') return `${numberText(value, 'amount', lang)}元`
  const cents = CENTS.format(value)
  return parseNumeral(cents)?.value === value ? cents : `¤${EXACT.format(value)}`
}
