import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRandom } from '../../src/base/random.ts'

const draw = (seed: number) => {
  const random = createRandom(seed)
  return Array.from({ length: 20 }, () => random.next())
}

describe('seeded chance', () => {
  test('is the same for the same seed, and another one for another', () => {
    fc.assert(
      fc.property(fc.nat(), seed => {
        expect(draw(seed)).toEqual(draw(seed))
      }),
    )
    expect(draw(1)).not.toEqual(draw(2))
  })

  test('stays within its bounds and reaches both of them', () => {
    const random = createRandom(3)
    const numbers = Array.from({ length: 500 }, () => random.int(-2, 3))
    expect([...new Set(numbers)].toSorted((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2, 3])
  })

  test('is as likely as it says', () => {
    const random = createRandom(4)
    const hits = Array.from({ length: 4000 }, () => random.chance(0.3)).filter(Boolean).length
    expect(hits / 4000).toBeCloseTo(0.3, 1)
    expect(random.chance(0)).toBe(false)
    expect(random.chance(1)).toBe(true)
  })

  test('cannot pick from nothing', () => {
    expect(() => createRandom(1).pick([])).toThrow(RangeError)
  })
})
