import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mask } from '../../src/filter/mask.ts'

test('a star stands for each letter, and for what is between them none', () => {
  expect(mask('去賭·博 吧', [{ from: 1, to: 4 }])).toBe('去** 吧')
  expect(mask('a😀b', [{ from: 1, to: 3 }])).toBe('a*b')
  expect(mask('打13800001234', [{ from: 1, to: 12, masked: '138****1234' }])).toBe('打138****1234')
})

test('nothing shows through where ranges overlap', () => {
  const ranges = [
    { from: 0, to: 11, masked: '138****1234' },
    { from: 9, to: 13 },
  ]
  expect(mask('13800001234加微', ranges)).toBe('*'.repeat(13))
  expect(mask('13800001234加微', ranges.toReversed())).toBe('*'.repeat(13))
})

test('whatever the ranges, what is outside of them stays and what is inside of them goes', () => {
  const ranges = fc.array(
    fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 6 })).map(([from, size]) => ({ from, to: from + size })),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(ranges, all => {
      const text = [...'abcdefghijklmnopqrstuvwxyz0123456789']
      const expected = text.map((sign, at) => (all.some(({ from, to }) => from <= at && at < to) ? '*' : sign)).join('')
      expect(
        mask(
          text.join(''),
          all.map(({ from, to }) => ({ from, to: Math.min(to, text.length) })),
        ),
      ).toBe(expected)
    }),
  )
})
