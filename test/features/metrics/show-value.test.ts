import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MetricUnit } from '../../../src/features/metrics/metric.ts'
import { showValue } from '../../../src/features/metrics/show-value.ts'

describe('a value in words', () => {
  it.each<[MetricUnit, number, string, string]>([
    ['count', 0, '0', '0'],
    ['count', 25, '25', '25'],
    ['count', 9_999, '9999', '9,999'],
    ['count', 10_001, '1.0001万', '10,001'],
    ['money', 80_000, '8万', '80,000'],
    ['money', 85_000, '8.5万', '85,000'],
    ['money', 1_999.5, '1999.5', '1,999.5'],
    ['money', 99_999_999, '9999.9999万', '99,999,999'],
    ['money', 120_000_000, '1.2亿', '120,000,000'],
    ['money', -30_000, '-3万', '-30,000'],
    ['number', 0.125, '0.13', '0.13'],
    ['number', -0.001, '0', '0'],
    ['percent', 33.3333, '33.33%', '33.33%'],
  ])('%s %d is %s and %s', (unit, value, zh, en) => {
    expect(showValue({ unit }, value, 'zh')).toBe(zh)
    expect(showValue({ unit }, value, 'en')).toBe(en)
  })

  it('tells different whole numbers below a hundred million apart', () => {
    const whole = fc.integer({ min: -99_999_999, max: 99_999_999 })
    fc.assert(
      fc.property(whole, whole, fc.constantFrom('zh' as const, 'en' as const), (one, other, lang) => {
        const same = showValue({ unit: 'count' }, one, lang) === showValue({ unit: 'count' }, other, lang)
        expect(same).toBe(one === other)
      }),
    )
  })

  it.each([
    [{ unit: 'number', decimals: 1 }, 3, '3.0', '3.0'],
    [{ unit: 'count', decimals: 0 }, 85_000.4, '8.5万', '85,000'],
    [{ unit: 'percent', decimals: 0 }, 33.3333, '33%', '33%'],
    [{ unit: 'number', decimals: 1 }, -0.01, '0.0', '0.0'],
    [{ unit: 'money', currency: 'USD' }, 85_000, '8.5万美元', 'USD 85,000'],
    [{ unit: 'money', currency: null }, 85_000, '8.5万', '85,000'],
  ] as const)('shows the decimals and the currency of %j', (metric, value, zh, en) => {
    expect(showValue(metric, value, 'zh')).toBe(zh)
    expect(showValue(metric, value, 'en')).toBe(en)
  })
})
