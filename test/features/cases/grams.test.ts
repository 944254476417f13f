import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coverage, gramNumber, gramsOf, searchGramsOf, similarity } from '../../../src/features/cases/grams.ts'

const texts = fc.oneof(
  fc.string({ maxLength: 60, unit: 'grapheme' }),
  fc
    .array(fc.constantFrom('华', '为', '订', '单', '延', '期', '客', '户', ' ', 'CRM', 'order', 'delayed ', '，'), {
      maxLength: 30,
    })
    .map(parts => parts.join('')),
)

describe('the pieces of a text', () => {
  test('are pairs of Chinese characters and whole words, in one spelling', () => {
    expect([...gramsOf('华为订单延期')]).toEqual(['华为', '为订', '订单', '单延', '延期'])
    expect([...gramsOf('ＣＲＭ系统 crm Café')]).toEqual(['crm', '系统', 'cafe'])
    expect([...gramsOf('延')]).toEqual(['延'])
    expect([...gramsOf('the order is delayed')]).toEqual(['order', 'delayed'])
    expect([...gramsOf('to be or not')]).toEqual(['not'])
    expect([...gramsOf('of the')]).toEqual(['of', 'the'])
    expect([...searchGramsOf('延期')].toSorted()).toEqual(['延期', '延', '期'].toSorted())
  })

  test('have numbers that a database holds, each the same one always', () => {
    fc.assert(
      fc.property(fc.string(), gram => {
        const number = gramNumber(gram)
        return Number.isInteger(number) && number >= -(2 ** 31) && number < 2 ** 31 && number === gramNumber(gram)
      }),
    )
    expect(gramNumber('')).toBe(0x811c9dc5 | 0)
    expect(gramNumber('a')).toBe(0xe40c292c | 0)
  })
})

describe('how alike two texts are', () => {
  test('is the same from both sides, and between nothing and all', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const [a, b] = [gramsOf(one), gramsOf(other)]
        const alike = similarity(a, b)
        expect(alike).toBe(similarity(b, a))
        expect(alike).toBeGreaterThanOrEqual(0)
        expect(alike).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('is all of it with itself, whatever the width, case and spacing', () => {
    fc.assert(
      fc.property(texts, text => {
        fc.pre(gramsOf(text).size > 0)
        expect(similarity(gramsOf(text), gramsOf(text))).toBe(1)
      }),
    )
    expect(similarity(gramsOf('ERP 接口报错'), gramsOf('ｅｒｐ接口报错！'))).toBe(1)
  })

  test('is nothing exactly where no piece is shared', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const [a, b] = [gramsOf(one), gramsOf(other)]
        const shares = [...a].some(gram => b.has(gram))
        expect(similarity(a, b) > 0).toBe(shares)
        expect(coverage(a, b) > 0).toBe(shares)
      }),
    )
  })

  test('grows with what is shared: the same problem in other words is nearer than another one', () => {
    const problem = gramsOf('华为订单延期，客户很急')
    const like = similarity(problem, gramsOf('中建的订单延期了'))
    expect(like).toBeGreaterThan(similarity(problem, gramsOf('合同等法务盖章')))
    expect(like).toBeLessThan(similarity(problem, gramsOf('华为订单又延期')))
  })
})
