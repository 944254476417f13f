import { describe, expect, test } from 'vitest'
import { defaultMetrics } from '../../../src/features/metrics/default-metrics.ts'
import { hintsFor } from '../../../src/features/reports/quality.ts'

const metrics = defaultMetrics.map((metric, position) => ({ ...metric, id: metric.key, position }))

function hints(
  values: Record<string, number>,
  notes: readonly string[] = [],
  earlier: Parameters<typeof hintsFor>[1] = [],
) {
  return hintsFor({ values, notes }, earlier, metrics)
}

describe('a copy of the last report', () => {
  const yesterday = [{ date: '2026-11-19', values: { visits: 3, calls: 20 }, notes: ['跟进华为'] }]
  test.each([
    { what: 'the same numbers and notes', values: { calls: 20, visits: 3 }, notes: ['跟进华为'], isCopy: true },
    { what: 'another number', values: { visits: 3, calls: 21 }, notes: ['跟进华为'], isCopy: false },
    { what: 'another note', values: { visits: 3, calls: 20 }, notes: ['跟进中建'], isCopy: false },
    { what: 'a number less', values: { visits: 3 }, notes: ['跟进华为'], isCopy: false },
  ])('with $what: $isCopy', ({ values, notes, isCopy }) => {
    expect(hints(values, notes, yesterday)).toEqual(isCopy ? [{ kind: 'copied', from: '2026-11-19' }] : [])
  })

  test('is not seen in one number alone, which many days share', () => {
    expect(hints({ visits: 3 }, [], [{ date: '2026-11-19', values: { visits: 3 }, notes: [] }])).toEqual([])
  })
})

describe('numbers that contradict each other', () => {
  const pair = { count: 'deals', amount: 'revenue' }
  test.each([
    { values: { revenue: 80_000 }, expected: [{ kind: 'amount-without-count', ...pair }] },
    { values: { deals: 0, revenue: 80_000 }, expected: [{ kind: 'amount-without-count', ...pair }] },
    { values: { deals: 1 }, expected: [{ kind: 'count-without-amount', ...pair }] },
    { values: { deals: 1, revenue: 80_000 }, expected: [] },
    { values: { deals: 0, revenue: 0 }, expected: [] },
    {
      values: { visits: 1, calls: 2, deals: 4, revenue: 9000 },
      expected: [{ kind: 'more-results-than-contacts', result: 'deals', contacts: ['visits', 'calls'] }],
    },
    { values: { visits: 2, calls: 2, deals: 4, revenue: 9000 }, expected: [] },
    { values: { visits: 1, deals: 4, revenue: 9000 }, expected: [] },
  ])('$values', ({ values, expected }) => {
    expect(hints(values)).toEqual(expected)
  })
})

describe('a number far outside the member’s own range', () => {
  const days = (calls: readonly number[]) =>
    calls.map((value, at) => ({
      date: `2026-10-${String(30 - at).padStart(2, '0')}`,
      values: { calls: value },
      notes: [],
    }))
  const usual = [18, 22, 20, 25, 19, 21, 20, 23]

  test.each([
    { calls: 24, isFar: false },
    { calls: 28, isFar: false },
    { calls: 200, isFar: true },
    { calls: 2, isFar: true },
  ])('$calls among about 20: $isFar', ({ calls, isFar }) => {
    const expected = isFar ? [{ kind: 'unusual', metric: 'calls', value: calls, usual: 20.5 }] : []
    expect(hints({ calls }, [], days(usual))).toEqual(expected)
  })

  test('is not judged by fewer than eight samples, nor by those before the last twenty', () => {
    expect(hints({ calls: 200 }, [], days(usual.slice(1)))).toEqual([])
    const twenty = Array.from({ length: 20 }, () => 200)
    expect(hints({ calls: 200 }, [], days([...twenty, ...usual]))).toEqual([])
  })

  test('needs more than a step from somebody who always does the same', () => {
    expect(hints({ calls: 4 }, [], days(Array.from({ length: 10 }, () => 2)))).toEqual([])
  })
})
