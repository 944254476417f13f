import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, foldName } from '../../../../src/features/reports/line/normalise.ts'

describe('folding', () => {
  test.each([
    ['ＡＢＣ１２３，：；（）％', 'abc123,:;()%'],
    ['拜访\u3000３\t家\u00a0', '拜访 3 家 '],
    ['￥5', '¥5'],
    ['a\r\nb\u2028c', 'a \nb\nc'],
    ['3\ufe0f\u20e3', '3  '],
    ['İ', 'İ'],
  ])('%j is %j', (typed, folded) => {
    expect(fold(typed)).toBe(folded)
  })

  test('keeps every offset, whatever is typed, and folding again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), typed => {
        const folded = fold(typed)
        expect(folded.length).toBe(typed.length)
        expect(fold(folded)).toBe(folded)
      }),
      { numRuns: 800 },
    )
  })

  test('a name is folded without spaces at its ends and with single ones inside', () => {
    expect(foldName('  Site\u3000 Visits ')).toBe('site visits')
  })
})
