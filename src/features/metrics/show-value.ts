import type { Lang } from '../../base/words.ts'
import type { Metric } from './metric.ts'

/**
 * A value as people of that language write it: 8.5万, 1.2亿 · 85,000, 120,000,000. Without a currency, since a team's
 * money is whatever it says it is. Four decimals of 万 keep every unit, so different whole numbers below 亿 look different.
 */
export function showValue(metric: Pick<Metric, 'unit'>, value: number, lang: Lang): string {
  if (metric.unit === 'percent') return `${decimal(value, 2, false)}%`
  return lang === 'zh' ? inMyriads(value) : decimal(value, 2, true)
}

function inMyriads(value: number): string {
  const size = Math.abs(value)
  if (size >= 1e8) return `${decimal(value / 1e8, 4, false)}亿`
  if (size >= 1e4) return `${decimal(value / 1e4, 4, false)}万`
  return decimal(value, 2, false)
}

/** A value that rounds to nothing is 0, never -0. */
function decimal(value: number, digits: number, grouped: boolean): string {
  const shown = formatter(digits, grouped).format(value)
  return shown === '-0' ? '0' : shown
}

const formatters = new Map<string, Intl.NumberFormat>()

/** Making one costs far more than using it. */
function formatter(maximumFractionDigits: number, useGrouping: boolean): Intl.NumberFormat {
  const key = `${maximumFractionDigits}${useGrouping}`
  let known = formatters.get(key)
  if (!known) {
    known = new Intl.NumberFormat('en-US', { maximumFractionDigits, useGrouping })
    formatters.set(key, known)
  }
  return known
}
