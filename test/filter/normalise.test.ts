import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { letters, originalRange, typed } from '../../src/filter/normalise.ts'
import { lettersOf, typedOf } from '../../src/filter/signs.ts'

test.each([
  ['Ａ１ｂ', 'a1b'],
  ['ÀÉïõŮß', 'aeiouß'],
  ['賭衞裏裡臺台着', '赌卫里里台台着'],
  ['一二ー', '一二一'],
  ['①❷➌⓵⑽٣९𝟟', '123110397'],
  ['ㄅ가한', 'ㄅ가한'],
  ['🅰️🅱️ 🆎', 'ab'],
  ['Н̶Е̶L̶Р̶', 'help'],
  ['ŉƁƙ', 'nbk'],
  ['《—·…~￥%❤👍\u3164\u00ad\u2060》', ''],
  ['m0 l1 rn vv', 'm0l1rnvv'],
])('the letters of %s are %s', (text, plain) => {
  expect(letters(text).plain).toBe(plain)
})

test.each([
  ['１３８－００００　１２３４', '138-0000 1234'],
  ['①138 ❿', ' 1 138  10 '],
  ['Ｅxample。ＣＯＭ', 'example.com'],
  ['a\u200bb\u2028c', 'ab\nc'],
  ['гооgle', 'гооgle'],
])('%s would be typed as %s', (text, plain) => {
  expect(typed(text).plain).toBe(plain)
})

describe('for every sign there is', () => {
  const all = Array.from({ length: 0x32000 }, (_, code) => String.fromCodePoint(code))

  test('its letters have those very letters, so that a word and a text meet', () => {
    expect(all.filter(sign => [...lettersOf(sign)].map(lettersOf).join('') !== lettersOf(sign))).toEqual([])
  })

  test('none of its letters is a space, a symbol or punctuation', () => {
    expect(all.filter(sign => /[\s\p{P}\p{S}]/u.test(lettersOf(sign)))).toEqual([])
  })

  test('Han stays Han, and Latin is typed as ASCII', () => {
    const han = all.filter(sign => /[\u4e00-\u9fff]/.test(sign))
    expect(han.filter(sign => !/^\p{Script=Han}+$/u.test(lettersOf(sign)))).toEqual([])
    const ascii = all.slice(0x21, 0x7f)
    expect(ascii.map(typedOf).join('')).toBe(ascii.join('').toLowerCase())
  })
})

test('each unit knows the sign that it came from', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('ﬁ', '㍿', '𝐟', 'é', '赌', '\ud800', '①') }),
  )
  for (const [normalise, told] of [
    [letters, lettersOf],
    [typed, typedOf],
  ] as const) {
    fc.assert(
      fc.property(anything, text => {
        const normalised = normalise(text)
        expect(normalised.starts).toHaveLength(normalised.plain.length)
        expect([...text].map(told).join('')).toBe(normalised.plain)
        for (let at = 0; at < normalised.plain.length; at++) {
          const { from, to } = originalRange(normalised, at, at + 1)
          expect(normalise(text.slice(from, to)).plain).toContain(normalised.plain[at])
        }
      }),
    )
  }
})
