import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leverOf, rankCorrelation } from '../../../src/features/coaching/lever.ts'
import { defaultMetrics } from '../../../src/features/metrics/default-metrics.ts'
import type { Metric } from '../../../src/features/metrics/metric.ts'

const metrics = defaultMetrics.map((metric, position): Metric => ({ ...metric, id: metric.key, position }))

function weekly(key: string, values: readonly number[]) {
  const metric = metrics.find(one => one.key === key)
  if (!metric) throw new Error(`no metric ${key}`)
  return { metric, values }
}

const revenue = weekly('revenue', [1, 2, 9, 3, 8, 2, 7, 1])
const visits = weekly('visits', [3, 4, 12, 5, 11, 4, 10, 2])
const calls = weekly('calls', [40, 20, 30, 35, 10, 45, 20, 30])

describe('the activity that moves a result', () => {
  it('is the one that rises and falls with it', () => {
    expect(leverOf(revenue, [calls, visits])).toEqual({
      metric: visits.metric,
      usual: 4.5,
      result: { more: 6.75, less: 1.5 },
    })
  })

  it('is nothing where nothing goes along', () => {
    expect(leverOf(revenue, [calls])).toBeNull()
  })

  it('is nothing after too few weeks', () => {
    const short = ({ metric, values }: typeof visits) => ({ metric, values: values.slice(1) })
    expect(leverOf(short(revenue), [short(visits)])).toBeNull()
  })

  it('is not decided by one giant deal', () => {
    const giant = weekly('revenue', [1, 1, 1, 1, 1, 1, 1, 900])
    const some = weekly('calls', [9, 8, 7, 6, 5, 4, 3, 10])
    expect(leverOf(giant, [some])).not.toBeNull()
    expect(rankCorrelation(giant.values, some.values)).toBeLessThan(0.6)
  })

  it('is nothing for somebody whose numbers never change', () => {
    const flat = weekly('visits', Array(8).fill(5))
    expect(leverOf(revenue, [flat])).toBeNull()
  })
})

describe('a rank correlation', () => {
  const weeks = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 2, maxLength: 30 })

  it('lies between -1 and 1, is the same both ways, and turns with its sign', () => {
    fc.assert(
      fc.property(weeks, pairs => {
        const [one, other] = [pairs.map(pair => pair[0]), pairs.map(pair => pair[1])]
        const strength = rankCorrelation(one, other)
        expect(Math.abs(strength)).toBeLessThanOrEqual(1 + 1e-9)
        expect(rankCorrelation(other, one)).toBeCloseTo(strength, 9)
        expect(
          rankCorrelation(
            one,
            other.map(value => -value),
          ),
        ).toBeCloseTo(-strength, 9)
      }),
    )
  })

  it('does not ask in what unit something is counted', () => {
    fc.assert(
      fc.property(weeks, pairs => {
        const [one, other] = [pairs.map(pair => pair[0]), pairs.map(pair => pair[1])]
        const inCents = one.map(value => value * 100 + 7)
        expect(rankCorrelation(inCents, other)).toBeCloseTo(rankCorrelation(one, other), 9)
      }),
    )
  })
})
