import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance, nearest } from '../../src/commands/nearest.ts'

test.each([
  ['plan', 'plan', 0],
  ['plan', 'paln', 1],
  ['plan', 'plans', 1],
  ['plan', 'lan', 1],
  ['report', 'rpeotr', 2],
  ['', 'abc', 3],
])('%s and %s are %i apart', (a, b, errors) => {
  expect(editDistance(a, b)).toBe(errors)
})

test('the distance is the same both ways, and 0 only between equals', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a))
      expect(editDistance(a, b) === 0).toBe(a === b)
      expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
    }),
  )
})

test.each([
  ['计化拜访3', '计划'],
  ['我来了', null],
  ['你是谁', null],
])('%s is near %s', (typed, known) => {
  const catalogue = [['计划'], ['我的'], ['my']].map(words => ({ words }))
  expect(nearest(typed, catalogue)?.words[0] ?? null).toBe(known)
})
