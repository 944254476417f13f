import type { Lang } from '../../base/words.ts'
import type { Metric } from './metric.ts'
import { inCurrency } from './money/currency.ts'

type Shown = Pick<Metric, 'unit'> & Partial<Pick<Metric, 'decimals' | 'currency'>>

/**
 * A value as people of that language write it: 8.5万, 1.2亿 · 85,000, 120,000,000. The team's own money goes without its
 * currency, any other with it. Four decimals of 万 keep every unit, so different whole numbers below 亿 look different;
 * a metric's own decimals are those of its unit, so they show below 万.
 */
export function showValue({ unit, decimals = null, currency = null }: Shown, value: number, lang: Lang): string {
  if (unit === 'percent') return `${decimal(value, decimals, false)}%`
  const shown = lang === 'zh' ? inMyriads(value, decimals) : decimal(value, decimals, true)
  return currency === null ? shown : inCurrency(shown, currency, lang)
}

function inMyriads(value: number, decimals: number | null): string {
  const rounded = decimals === null ? value : Number(value.toFixed(decimals))
  const size = Math.abs(rounded)
  if (size >= 1e8) return `${upTo(rounded / 1e8, 4, false)}亿`
  if (size >= 1e4) return `${upTo(rounded / 1e4, 4, false)}万`
  return decimal(value, decimals, false)
}

/** Two decimals where they are needed, or always as many as the metric has. */
function decimal(value: number, decimals: number | null, grouped: boolean): string {
  return decimals === null ? upTo(value, 2, grouped) : shown(value, { least: decimals, most: decimals, grouped })
}

function upTo(value: number, most: number, grouped: boolean): string {
  return shown(value, { least: 0, most, grouped })
}

interface Digits {
  readonly least: number
  readonly most: number
  readonly grouped: boolean
}

/** A value that rounds to nothing is 0, never -0. */
function shown(value: number, digits: Digits): string {
  return formatter(digits)
    .format(value)
    .replace(/^-(?=0(?:\.0*)?$)/, '')
}

const formatters = new Map<string, Intl.NumberFormat>()

/** Making one costs far more than using it. */
function formatter({ least, most, grouped }: Digits): Intl.NumberFormat {
  const key = `${least}${most}${grouped}`
  let known = formatters.get(key)
  if (!known) {
    const digits = { minimumFractionDigits: least, maximumFractionDigits: most }
    known = new Intl.NumberFormat('en-US', { ...digits, useGrouping: grouped })
    formatters.set(key, known)
  }
  return known
}
