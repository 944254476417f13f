import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { letters } from '../../src/filter/normalise.ts'
import { caught, filterOf } from './list-of.ts'

const filter = filterOf(
  ['fuck', 'shit', 'bitch', 'free', 'ass', 'risk-free', 'guaranteed returns', 'vip'].concat(
    ...['最好', '第一', '第2', '微信', '加微信', '包治百病', '零风险'],
  ),
  { allowed: ['第一时间', '微信支付'] },
)

describe('one sign or digit in place of a letter', () => {
  test.each([
    ['a star', 'f*ck', 'f*ck'],
    ['a wide star', 'ｆ＊ｃｋ', 'ｆ＊ｃｋ'],
    ['a hash', 'oh f#ck that', 'f#ck'],
    ['an emoji', 'f🤬ck', 'f🤬ck'],
    ['a star behind a colon', '原话:f*ck', 'f*ck'],
    ['a heart with a selector', 'f❤️ck', 'f❤️ck'],
    ['a bullet', 'sh•t', 'sh•t'],
    ['an exclamation mark', 'sh!t', 'sh!t'],
    ['an exclamation mark, and another one behind', 'Sh!t!', 'Sh!t'],
    ['a wide exclamation mark', 'sh！t', 'sh！t'],
    ['a digit', 'b1tch', 'b1tch'],
    ['a digit in a circle', 'b①tch', 'b①tch'],
    ['a wide digit', 'fr３e', 'fr３e'],
    ['the sign of a currency', 'fr€e', 'fr€e'],
    ['a sign at the beginning', '$hit', '$hit'],
    ['a sign among Chinese', '你$hit他', '$hit'],
    ['with accents', 'b1tc\u0301h\u0301', 'b1tc\u0301h\u0301'],
    ['with a Cyrillic letter', 'b1tсh', 'b1tсh'],
    ['with something unseen', 'f\u200b*\u200bck', 'f\u200b*\u200bck'],
    ['with the gap of the word', 'r1sk-free', 'r1sk-free'],
    ['without the gap of the word', 'r1skfree', 'r1skfree'],
    ['in a word of two', 'gu@ranteed  returns!', 'gu@ranteed  returns'],
    ['in a word of Chinese', '包*百病', '包*百病'],
    ['in a word of traditional Chinese', '包●百病', '包●百病'],
  ])('%s is the word', (_, text, hit) => {
    expect(caught(filter, text)).toEqual([hit])
  })

  test.each([
    ['two of them', 'f**k', 'f**k?'],
    ['two of them that look alike', '5h1t', '5h1t?'],
    ['one in a word of three', 'a$s', 'a$s?'],
    ['a digit in a word of three', 'V1P', 'V1P?'],
    ['one in a Chinese word of three', '零*险', '零*险?'],
  ])('%s is doubtful', (_, text, hit) => {
    expect(caught(filter, text)).toEqual([hit])
    expect(filter.find(text)).toMatchObject([{ action: 'review', doubt: 'masked' }])
  })

  test.each([
    ['a part of a longer word', 'washf*ckx'],
    ['a part of a code', 'TB1TCH-3'],
    ['a digit of a longer number', '15hit'],
    ['an address', 'mail b1tch@example.com'],
    ['a host', 'www.fr3e.com'],
    ['a path', 'example.com/sh1t'],
    ['three of them', 'f***'],
    ['the first letter, that nobody knows', '*uck'],
    ['the last one', 'shi*'],
    ['a heart behind it', 'shi❤'],
    ['two words', 'sh! it'],
    ['some of its letters apart', 'b1 tch'],
    ['two of a word of three', 'a**'],
    ['figures', '3*5, 10-15台, 1+1, $100, A4, c1'],
  ])('%s is nothing', (_, text) => {
    expect(caught(filter, text)).toEqual([])
  })
})

describe('what everybody reads as the word', () => {
  test.each([
    ['separators', '最*好 最 - 好', ['最*好', '最 - 好']],
    ['a digit for a numeral', '我们第1', ['第1']],
    ['a digit in a circle', '第①', ['第①']],
    ['a numeral for a digit', '第二', ['第二']],
    ['a letter for 微', '加V信', ['加V信']],
    ['a letter for 微, and a number', '加V信13800000000', ['加V信']],
    ['another sign for 微', '薇信', ['薇信']],
    ['a heart for 信', '微❤️', ['微❤️']],
    ['both', 'V❤', ['V❤?']],
    ['a heart that only parts', '微❤️信', ['微❤️信']],
  ])('%s', (_, text, hits) => {
    expect(caught(filter, text)).toEqual(hits)
  })

  test.each([
    ['a longer number', '第10名'],
    ['a number with more behind', '第1.5版，第1-2章，第1/3页'],
    ['a share', '第1%'],
    ['volts', '5V信号'],
    ['the end of another word', 'TV信号'],
    ['a word that is allowed', '第1时间'],
    ['another word that is allowed', '薇信支付'],
    ['a prestigious word', '威信'],
  ])('%s is none of that', (_, text) => {
    expect(caught(filter, text)).toEqual([])
  })
})

describe('for any text', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abestgo'), minLength: 4, maxLength: 8 })
  const around = fc.constantFrom('', ' ', '，', '好', '好\u200b', '❤️ ', '\n')

  test('a letter behind a star is found, with the exact range, whatever is disguised besides', () => {
    const disguises: Record<string, readonly string[]> = {
      e: ['е', 'Ｅ', 'é', 'e\u200b'],
      o: ['ο', '𝐨'],
      a: ['а', 'ⓐ'],
    }
    fc.assert(
      fc.property(word, around, around, fc.nat(), fc.infiniteStream(fc.nat(9)), (plain, before, after, n, picks) => {
        const covered = 1 + (n % (plain.length - 2))
        const signs = [...plain].map((letter, at) => {
          const choices = [letter, letter.toUpperCase(), ...(disguises[letter] ?? [])]
          return at === covered ? '*' : (choices[(picks.next().value ?? 0) % choices.length] ?? letter)
        })
        const disguised = signs.join('').replace(/\u200b$/, '')
        const text = `${before}${disguised}${after}`
        expect(caught(filterOf([plain]), text)).toEqual([disguised])
      }),
      { numRuns: 1000 },
    )
  })

  const sign = fc.constantFrom(...'abest best 最好第一1*!$€@0 ❤️V信微.包治百病\u200b\u0301，1５ⓑ')
  const anything = fc.string({ unit: sign, maxLength: 60 })
  const many = filterOf(['best', 'beat', 'set', '最好', '第一', '微信', '包治百病', 'best 1'], { allowed: ['第一好'] })

  test('hits are ranges in their order that touch none of the others, and begin and end with whole signs', () => {
    fc.assert(
      fc.property(anything, text => {
        let last = 0
        for (const { from, to } of many.find(text)) {
          expect(from).toBeGreaterThanOrEqual(last)
          expect(to).toBeGreaterThan(from)
          expect(to).toBeLessThanOrEqual(text.length)
          expect(text.slice(from, to).isWellFormed()).toBe(text.isWellFormed())
          expect(letters(text.slice(from, to)).plain).not.toBe('')
          last = to
        }
      }),
      { numRuns: 3000 },
    )
  })

  test('without any letter of a word nothing is found', () => {
    const others = fc.string({ unit: fc.constantFrom(...'客户电话 2.,*!$#@❤️+|，。\u200bxyzqWJ'), maxLength: 60 })
    fc.assert(
      fc.property(others, text => {
        expect(many.find(text)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })
})

test('a text that is nothing but disguises takes no longer than it should', () => {
  const words = Array.from({ length: 10_000 }, (_, n) => `ab${n.toString(36).replace(/\d/g, 'c')}${'abcde'[n % 5]}`)
  const dense = filterOf([...new Set(words)])
  const text = 'a*b@1$0!'.repeat(5000)
  dense.find('a*b')
  const from = performance.now()
  dense.find(text)
  expect(performance.now() - from).toBeLessThan(1000)
})
