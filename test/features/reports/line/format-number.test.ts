import { describe, expect, test } from 'vitest'
import { formatNumber } from '../../../../src/features/reports/line/format-number.ts'

describe('formatting', () => {
  test.each([
    [85000, 'zh', 'amount', '8.5万'],
    [85000, 'en', 'amount', '85,000'],
    [85123, 'zh', 'amount', '85,123'],
    [9999, 'zh', 'count', '9,999'],
    [123_000_000, 'zh', 'amount', '1.23亿'],
    [123_456_700, 'zh', 'amount', '12,345.67万'],
    [-85000, 'zh', 'amount', '-8.5万'],
    [0.125, 'en', 'number', '0.13'],
    [-0.001, 'en', 'number', '0'],
    [33.333, 'zh', 'percent', '33.33%'],
    [Number.NaN, 'en', 'number', '—'],
    [Infinity, 'zh', 'amount', '—'],
  ] as const)('%d in %s as %s is %s', (value, lang, unit, text) => {
    expect(formatNumber(value, { lang, unit })).toBe(text)
  })
})
