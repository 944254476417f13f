import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { largestGap, pairOf } from '../../../src/features/reports/pair.ts'

const metrics = ['visits', 'calls', 'deals'].map(key => ({ key }))
const valuesOf = fc.dictionary(fc.constantFrom('visits', 'calls', 'deals'), fc.integer({ min: 0, max: 1000 }))

describe('the pair of a day', () => {
  test.each([
    { planned: { visits: 3 }, done: { visits: 2 }, row: { planned: 3, done: 2, difference: -1 } },
    { planned: { visits: 3 }, done: {}, row: { planned: 3, done: null, difference: null } },
    { planned: {}, done: { visits: 2 }, row: { planned: null, done: 2, difference: null } },
    { planned: { visits: 0.3 }, done: { visits: 0.1 }, row: { planned: 0.3, done: 0.1, difference: -0.2 } },
  ])('sets $planned beside $done', ({ planned, done, row }) => {
    expect(pairOf(metrics, planned, done).rows).toEqual([{ metricKey: 'visits', ...row }])
  })

  test.each([
    { planned: { visits: 4 }, done: { visits: 2 }, accuracy: 0.5 },
    { planned: { visits: 2 }, done: { visits: 4 }, accuracy: 0.5 },
    { planned: { visits: 4, calls: 20 }, done: { visits: 4, calls: 10 }, accuracy: 0.75 },
    { planned: { visits: 0 }, done: { visits: 0 }, accuracy: 1 },
    { planned: { visits: 0 }, done: { visits: 3 }, accuracy: 0 },
    { planned: { visits: 3 }, done: { calls: 3 }, accuracy: null },
  ])('finds $planned against $done accurate by $accuracy', ({ planned, done, accuracy }) => {
    expect(pairOf(metrics, planned, done).accuracy).toBe(accuracy)
  })

  test('is as accurate whichever of the two is called the plan, and always between 0 and 1', () => {
    fc.assert(
      fc.property(valuesOf, valuesOf, (one, other) => {
        const { accuracy } = pairOf(metrics, one, other)
        expect(pairOf(metrics, other, one).accuracy).toBe(accuracy)
        if (accuracy !== null) expect(accuracy >= 0 && accuracy <= 1).toBe(true)
      }),
    )
  })
})

describe('the largest gap', () => {
  test.each([
    { planned: { visits: 3, calls: 20 }, done: { visits: 2, calls: 10 }, gap: 'calls' },
    { planned: { visits: 2, calls: 20 }, done: { visits: 1, calls: 10 }, gap: 'visits' },
    { planned: { visits: 2, calls: 20 }, done: { visits: 5, calls: 20 }, gap: undefined },
    { planned: { visits: 2 }, done: {}, gap: undefined },
  ])('of $planned and $done is $gap', ({ planned, done, gap }) => {
    expect(largestGap(pairOf(metrics, planned, done))?.metricKey).toBe(gap)
  })
})
