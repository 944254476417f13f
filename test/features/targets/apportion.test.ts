import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apportion } from '../../../src/features/targets/apportion.ts'

const decimals = fc.constantFrom(0, 1, 2)
const weights = fc.array(
  fc.oneof(fc.double({ min: 0, max: 1e9, noNaN: true }), fc.integer({ min: 0, max: 1000 }), fc.constant(0)),
  { minLength: 1, maxLength: 40 },
)
/** A total in its smallest units, as large as targets can be. */
const units = fc.oneof(
  fc.maxSafeNat().map(nat => nat % 1e14),
  fc.nat(1000),
)

const inUnits = (shares: readonly number[], places: number) => shares.map(share => Math.round(share * 10 ** places))

describe('a total that is shared out', () => {
  test('adds up to itself exactly, whatever the weights', () => {
    fc.assert(
      fc.property(units, weights, decimals, (whole, by, places) => {
        const shares = apportion(whole / 10 ** places, by, places)
        expect(shares).toHaveLength(by.length)
        expect(inUnits(shares, places).reduce((sum, share) => sum + BigInt(share), 0n)).toBe(BigInt(whole))
      }),
    )
  })

  test('gives nobody more than one unit beside the exact share, and nothing to whoever weighs nothing', () => {
    const whole = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(fc.nat(1e6), whole, (total, by) => {
        const all = by.reduce((sum, one) => sum + one, 0)
        fc.pre(all > 0)
        for (const [at, share] of apportion(total, by, 0).entries()) {
          expect(Math.abs(share - (total * (by[at] ?? 0)) / all)).toBeLessThan(1)
          if (by[at] === 0) expect(share).toBe(0)
        }
      }),
    )
  })

  test('never gives less to whoever weighs more', () => {
    fc.assert(
      fc.property(units, weights, (whole, by) => {
        const shares = apportion(whole, by, 0).map((share, at) => ({ share, weight: by[at] ?? 0 }))
        const sorted = shares.toSorted((one, other) => one.weight - other.weight || one.share - other.share)
        for (const [at, { share }] of sorted.entries()) expect(share).toBeGreaterThanOrEqual(sorted[at - 1]?.share ?? 0)
      }),
    )
  })

  test('is the same again when its shares are taken for the weights, so that a preview can be confirmed', () => {
    fc.assert(
      fc.property(units, weights, (whole, by) => {
        fc.pre(whole > 0)
        const shares = apportion(whole, by, 0)
        expect(apportion(whole, shares, 0)).toEqual(shares)
      }),
    )
  })

  test('goes to the largest remainders, of equals to the first', () => {
    expect(apportion(100, [1, 1, 1], 0)).toEqual([34, 33, 33])
    expect(apportion(10, [3, 4, 5], 0)).toEqual([3, 3, 4])
    expect(apportion(1, [1, 1, 1], 2)).toEqual([0.34, 0.33, 0.33])
    expect(apportion(7, [0, 0], 0)).toEqual([4, 3])
    expect(apportion(7, [1e9 - 2 ** -20, 1e9], 0), 'however little more somebody weighs').toEqual([3, 4])
  })

  test('refuses what cannot be shared out', () => {
    expect(() => apportion(1, [], 0)).toThrow(RangeError)
    expect(() => apportion(1, [-1, 2], 0)).toThrow(RangeError)
    expect(() => apportion(1, [Number.NaN], 0)).toThrow(RangeError)
    expect(() => apportion(1e15, [1], 2)).toThrow(RangeError)
  })
})
