import { shift } from './magnitude.ts'
import type { MetricKind } from './vocabulary.ts'

export interface NumberFormat {
  lang: 'zh' | 'en'
  unit: MetricKind
}

const GROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2, signDisplay: 'negative' })

/**
 * A number for people: 8.5万 in zh, 85,000 in en, 30% for a percent; at most two decimals, '—' for what is no number.
 * 万 and 亿 are used only where two decimals say all of it, so what is read back is the number (to two decimals).
 */
export function formatNumber(value: number, { lang, unit }: NumberFormat): string {
  if (!Number.isFinite(value)) return '—'
  if (unit === 'percent') return `${GROUPED.format(value)}%`
  if (lang === 'zh') {
    const size = Math.abs(value)
    if (size >= 1e8 && value % 1e6 === 0) return `${GROUPED.format(shift(value, -8))}亿`
    if (size >= 1e4 && value % 100 === 0) return `${GROUPED.format(shift(value, -4))}万`
  }
  return GROUPED.format(value)
}
