import { describe, expect, test } from 'vitest'
import { deal, read, valuesOf } from './sales.ts'

describe('what is not clear is asked', () => {
  test.each([
    ['签单500', { question: 'count-or-amount', metric: 'deals', amountKey: 'revenue', value: 500 }],
    ['签单五百', { question: 'count-or-amount', metric: 'deals', amountKey: 'revenue', value: 500 }],
    ['拜访2.5', { question: 'fraction', metric: 'visits', value: 2.5 }],
    ['2.5 visits', { question: 'fraction', metric: 'visits', value: 2.5 }],
    ['拜访一个半', { question: 'fraction', metric: 'visits', value: 1.5 }],
    ['电话20多个', { question: 'approximate', metric: 'calls', value: 20 }],
    ['电话约20个', { question: 'approximate', metric: 'calls', value: 20 }],
    ['打了约20个电话', { question: 'approximate', metric: 'calls', value: 20 }],
    ['电话20-25', { question: 'approximate', metric: 'calls', value: 20 }],
    ['20+ calls', { question: 'approximate', metric: 'calls', value: 20 }],
    ['拜访两三家', { question: 'approximate', metric: 'visits', value: 2 }],
    ['电话13800138000', { question: 'implausible', metric: 'calls', value: 13_800_138_000 }],
    ['拜访30%', { question: 'unit', metric: 'visits', value: 30 }],
    ['拜访8元', { question: 'unit', metric: 'visits', value: 8 }],
    ['业绩30%', { question: 'unit', metric: 'revenue', value: 30 }],
    ['业绩3笔', { question: 'unit', metric: 'revenue', value: 3 }],
    ['业绩8', { question: 'amount-unit', metric: 'revenue', value: 8 }],
  ])('%s', (text, ask) => {
    const reading = read(text)
    expect(reading.asks).toMatchObject([ask])
    expect(reading.values).toEqual([])
    expect(reading.notes).toEqual([])
  })

  test('1/8 of a deal records the deal and asks whether 8 is money or 万', () => {
    const reading = read('签单1/8')
    expect(valuesOf(reading)).toEqual({ deals: 1 })
    expect(reading.asks).toMatchObject([{ question: 'amount-unit', metric: 'revenue', value: 8 }])
  })

  test('a metric given twice keeps neither value', () => {
    const reading = read('拜访3 电话20 拜访5')
    expect(valuesOf(reading)).toEqual({ calls: 20 })
    expect(reading.asks).toMatchObject([{ question: 'conflict', metric: 'visits', values: [3, 5], text: '拜访5' }])
  })

  test('two deals in one line ask for both the count and the amount', () => {
    expect(read('签单1/8万 签单1/5万').asks).toMatchObject([
      { question: 'conflict', metric: 'deals', values: [1, 1] },
      { question: 'conflict', metric: 'revenue', values: [80_000, 50_000] },
    ])
  })
})

describe('what cannot be is refused', () => {
  test.each([
    ['拜访-3', 'negative', 'visits', -3],
    ['拜访 －３', 'negative', 'visits', -3],
    ['电话负二', 'negative', 'calls', -2],
    ['业绩-8万', 'negative', 'revenue', -80_000],
    ['评分-1.5', 'negative', 'score', -1.5],
    ['业绩2万亿', 'too-large', 'revenue', 2e12],
    [`拜访${'9'.repeat(400)}`, 'too-large', 'visits', Infinity],
  ])('%s', (text, reason, metric, value) => {
    const reading = read(text)
    expect(reading.refused).toMatchObject([{ reason, metric, value }])
    expect(reading.values).toEqual([])
  })
})

describe('a number with an unknown name is asked', () => {
  test.each([
    ['演示3', '演示', 3],
    ['演示 3', '演示', 3],
    ['演示：3场', '演示', 3],
    ['报价五万', '报价', 50_000],
    ['demos 3', 'demos', 3],
    ['product demos: 4', 'product demos', 4],
  ])('%s', (text, name, value) => {
    const reading = read(text)
    expect(reading.unknowns).toEqual([{ name, value, text, start: 0, end: text.length }])
    expect(reading.notes).toEqual([])
  })

  test.each([
    ['拜仿3', 'visits'],
    ['cals20', 'calls'],
    ['vists 3', 'visits'],
    ['clals: 3', 'calls'],
  ])('%s is near to %s', (text, nearest) => {
    expect(read(text).unknowns).toMatchObject([{ nearest }])
  })

  test('it does not take the name behind it', () => {
    for (const text of ['演示3 拜访5', '演示 3 拜访 5', '演示3拜访5']) {
      const reading = read(text)
      expect(valuesOf(reading)).toEqual({ visits: 5 })
      expect(reading.unknowns).toMatchObject([{ name: '演示', value: 3 }])
    }
  })
})

describe('a loose number is only a guess, and its words stay a note', () => {
  test.each([
    ['拜访华为3次', 'visits', 3],
    ['明天拜访3', 'visits', 3],
    ['昨天拜访3家', 'visits', 3],
    ['取消拜访2', 'visits', 2],
    ['未接电话5', 'calls', 5],
    ['missed 5 calls', 'calls', 5],
    ['cold calls 5', 'calls', 5],
    ['2个电话会议', 'calls', 2],
    ['拜访3/5', 'visits', 3],
    ['拜访三家新客户', 'visits', 3],
    ['本周拜访15', 'visits', 15],
    ['签单8万3家客户', 'deals', 3],
    ['拜访华为、中建3次', 'visits', 3],
    ['拜访3，120通电话', 'visits', 3120],
  ])('%s', (text, metric, value) => {
    const reading = read(text)
    expect(reading.guesses).toMatchObject([{ metric, value }])
    expect(reading.values).toEqual([])
    expect(reading.notes).toEqual([text])
  })

  test('a second amount without a name is offered beside the first', () => {
    const reading = read('签单1个8万，1个5万')
    expect(valuesOf(reading)).toEqual(deal)
    expect(reading.guesses).toMatchObject([{ metric: 'revenue', value: 50_000, text: '5万' }])
  })

  test('a plan for another day counts for none of its numbers', () => {
    const reading = read('明天 拜访3 电话20')
    expect(reading.values).toEqual([])
    expect(reading.guesses).toMatchObject([{ metric: 'visits' }, { metric: 'calls' }])
  })
})
