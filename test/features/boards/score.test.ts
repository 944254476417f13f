import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PartFacts, partOf, scoreOf, type Weighted } from '../../../src/features/boards/scorecard.ts'
import { defaultMetrics } from '../../../src/features/metrics/default-metrics.ts'
import { activity, result } from '../../../src/features/metrics/definition.ts'
import { findKey, type Metric } from '../../../src/features/metrics/metric.ts'

const metrics: readonly Metric[] = [
  ...defaultMetrics,
  activity('mood', '状态', 'Mood', [], { unit: 'number', aggregation: 'average' }),
  result('pipeline', '商机额', 'Pipeline', [], { unit: 'money', aggregation: 'last' }),
].map((one, position) => ({ ...one, id: `id-${one.key}`, position }))

function metric(key: string): Metric {
  return findKey(metrics, key) ?? expect.fail(`no metric ${key}`)
}

function attainment(key: string, figure: number | null, target: number | null): number | null {
  return partOf({ metric: metric(key), weight: 1 }, { figure, target }).attainment
}

describe('a part of a scorecard', () => {
  it.each([
    ['visits', 18, 20, 90],
    ['visits', 1, 3, 33.3],
    ['visits', 30, 20, 150],
    ['visits', 300, 20, 150],
    ['conversion', 20, 25, 80],
    // What should stay small is reached within the target, and not at all at double of it.
    ['lost', 0, 4, 100],
    ['lost', 4, 4, 100],
    ['lost', 5, 4, 75],
    ['lost', 8, 4, 0],
    ['lost', 20, 4, 0],
    ['lost', 0, 0, 100],
    ['lost', 1, 0, 0],
    // A formula can come to less than nothing.
    ['conversion', -5, 25, 0],
  ])('of %s with %d of %d comes to %d', (key, figure, target, percent) => {
    expect(attainment(key, figure, target)).toBe(percent)
  })

  it('was none where a count was wanted and nobody recorded it', () => {
    expect(attainment('visits', null, 20)).toBe(0)
  })

  it.each([
    ['visits', 20, null],
    ['lost', 0, null],
    ['lost', null, 4],
    ['conversion', null, 25],
    ['mood', null, 4],
    ['pipeline', null, 1000],
  ])('is left out where %s is %s and the target %s', (key, figure, target) => {
    expect(attainment(key, figure, target)).toBeNull()
  })
})

interface Given extends PartFacts {
  readonly metric: Metric
  readonly weight: number
}

const amount = fc.oneof(
  fc.integer({ min: 0, max: 30 }),
  fc.integer({ min: 0, max: 1e12 }).map(units => units / 1e4),
)
const given: fc.Arbitrary<Given[]> = fc.uniqueArray(
  fc.record({
    metric: fc.constantFrom(...metrics),
    weight: fc.integer({ min: 1, max: 1000 }),
    figure: fc.option(amount, { freq: 6 }),
    target: fc.option(amount, { freq: 6 }),
  }),
  { selector: one => one.metric.key, minLength: 2, maxLength: 8 },
)

const points = (parts: readonly Given[]) =>
  scoreOf(parts.map(({ metric: of, weight, ...facts }) => partOf({ metric: of, weight }, facts))).points

describe('the points', () => {
  it('are between 0 and 150, or none', () => {
    let scored = 0
    fc.assert(
      fc.property(given, parts => {
        const value = points(parts)
        if (value === null) return
        scored++
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(150)
        expect(Number(value.toFixed(1))).toBe(value)
      }),
    )
    // Otherwise the property would have nothing to say.
    expect(scored).toBeGreaterThan(20)
  })

  it('are the same by weights in the same proportion', () => {
    fc.assert(
      fc.property(given, fc.integer({ min: 2, max: 50 }), (parts, times) => {
        expect(points(parts.map(part => ({ ...part, weight: part.weight * times })))).toBe(points(parts))
      }),
    )
  })

  it('are the same in whatever order the parts come', () => {
    const orders = given.chain(parts =>
      fc.tuple(fc.constant(parts), fc.shuffledSubarray(parts, { minLength: parts.length })),
    )
    fc.assert(
      fc.property(orders, ([parts, other]) => {
        expect(points(other)).toBe(points(parts))
      }),
    )
  })

  it('never fall when a figure gets better, and never rise when it gets worse', () => {
    fc.assert(
      fc.property(given, fc.nat(7), amount, (parts, at, more) => {
        const part = parts[at % parts.length]
        if (!part || part.figure === null) return
        const { figure } = part
        const better = part.metric.direction === 'more' ? figure + more : Math.max(figure - more, 0)
        const improved = points(parts.map(one => (one === part ? { ...one, figure: better } : one)))
        const now = points(parts)
        expect(improved === null).toBe(now === null)
        expect(improved ?? 0).toBeGreaterThanOrEqual(now ?? 0)
      }),
    )
  })

  it('are more for reaching every target than for outdoing one that has up to two thirds of the weight', () => {
    const weights = fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 100, max: 200 }))
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 1e6 }), ([weight, rest], figure) => {
        const one = (done: number): Weighted & PartFacts => ({
          metric: metric('revenue'),
          weight,
          figure: done,
          target: 10,
        })
        const other = (done: number): Weighted & PartFacts => ({
          metric: metric('visits'),
          weight: rest,
          figure: done,
          target: 10,
        })
        expect(points([one(10), other(10)]) ?? -1).toBeGreaterThanOrEqual(points([one(figure), other(0)]) ?? 0)
      }),
    )
  })

  it('are none where less than half of the weight can be counted, and of the rest where half of it can', () => {
    const visits = (weight: number) => ({ metric: metric('visits'), weight, figure: 10, target: 10 })
    const untold = (weight: number) => ({ metric: metric('calls'), weight, figure: 10, target: null })
    expect(points([visits(49), untold(51)])).toBeNull()
    expect(points([visits(50), untold(50)])).toBe(100)
    expect(points([untold(1), untold(1)])).toBeNull()
  })
})
