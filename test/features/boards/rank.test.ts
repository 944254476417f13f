import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Direction, gapAbove, movementOf, rank, topOf } from '../../../src/features/boards/rank.ts'

const rowsOf = (values: readonly number[]) => values.map((value, at) => ({ memberId: `m${at}`, value }))
const ranksOf = (values: readonly number[], direction: Direction = 'most') =>
  rank(rowsOf(values), direction).map(row => row.rank)

const someRows = fc.uniqueArray(fc.record({ memberId: fc.uuid(), value: fc.integer({ min: 0, max: 9 }) }), {
  selector: it => it.memberId,
})
const aDirection = fc.constantFrom<Direction>('most', 'least')

describe('ranks', () => {
  it.each([
    [[], []],
    [[5], [1]],
    [
      [9, 7, 7, 3],
      [1, 2, 2, 4],
    ],
    [
      [4, 4, 4],
      [1, 1, 1],
    ],
    [
      [9, 9, 1],
      [1, 1, 3],
    ],
    [
      [3, 1, 2, 2, 1],
      [1, 2, 2, 4, 4],
    ],
  ])('of %j are %j', (values, ranks) => {
    expect(ranksOf(values)).toEqual(ranks)
  })

  it('begin with the least where less is better', () => {
    expect(rank(rowsOf([3, 0, 1]), 'least').map(row => row.memberId)).toEqual(['m1', 'm2', 'm0'])
  })

  it('do not depend on the order of the rows', () => {
    const permuted = someRows.chain(rows =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    )
    fc.assert(
      fc.property(permuted, aDirection, ([rows, shuffled], direction) => {
        expect(rank(shuffled, direction)).toEqual(rank(rows, direction))
      }),
    )
  })

  it('say how many are better, plus one', () => {
    fc.assert(
      fc.property(someRows, aDirection, (rows, direction) => {
        for (const row of rank(rows, direction)) {
          const better = rows.filter(it => (direction === 'most' ? it.value > row.value : it.value < row.value))
          expect(row.rank).toBe(better.length + 1)
        }
      }),
    )
  })
})

describe('movement', () => {
  it.each([
    [1, 3, { kind: 'up', by: 2 }],
    [4, 3, { kind: 'down', by: 1 }],
    [2, 2, { kind: 'same' }],
    [2, undefined, { kind: 'new' }],
  ])('to %d from %s', (now, before, movement) => {
    expect(movementOf(now, before)).toEqual(movement)
  })
})

describe('the rows that all may see', () => {
  const shown = (values: readonly number[], most: number, endsWithLast = false) =>
    topOf(rank(rowsOf(values), 'most'), most, endsWithLast).map(row => row.value)

  it.each([
    [[9, 8, 7], 2, false, [9, 8]],
    [[9, 8, 8, 7], 2, false, [9, 8, 8]],
    [[9, 8], 5, false, [9, 8]],
    [[9, 8], 5, true, [9]],
    [[9, 8, 7, 7], 5, true, [9, 8]],
    [[5, 5, 5], 5, true, [5, 5, 5]],
    [[5], 5, true, [5]],
    [[], 5, true, []],
  ])('of %j with %d ranks, team complete %s, are %j', (values, most, endsWithLast, expected) => {
    expect(shown(values, most, endsWithLast)).toEqual(expected)
  })

  it('never part equals and never show the last of a whole team', () => {
    fc.assert(
      fc.property(someRows, fc.integer({ min: 1, max: 10 }), (rows, most) => {
        const ranked = rank(rows, 'most')
        const top = topOf(ranked, most, true)
        const values = new Set(top.map(row => row.value))
        expect(ranked.filter(row => values.has(row.value))).toEqual(top)
        if (new Set(rows.map(row => row.value)).size > 1) expect(top).not.toContain(ranked.at(-1))
      }),
    )
  })
})

describe('the gap', () => {
  it('is to the next better value, over equals', () => {
    const ranked = rank(rowsOf([9, 7, 7, 3]), 'most')
    expect(ranked.map(row => gapAbove(ranked, row))).toEqual([null, 2, 2, 4])
  })
})
