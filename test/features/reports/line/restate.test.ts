import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLine } from '../../../../src/features/reports/line/line.ts'
import type { Value } from '../../../../src/features/reports/line/reading.ts'
import { restate } from '../../../../src/features/reports/line/restate.ts'
import { read, SALES, valuesOf } from './sales.ts'
import { sloppy } from './sloppy.ts'

describe('a reading restated', () => {
  test.each([
    ['3 visits, 20 calls, 1 deal $80k', '拜访3 电话20 签单1/8万', 'visits 3, calls 20, deals 1/80,000'],
    ['签单120单', '签单120单', '120 deals'],
    ['业绩50元 转化率百分之三十', '签单额50元 转化率30%', 'revenue 50.00, close rate 30%'],
    [
      '跟进华为 拜访3 卡点：合同；法务',
      '拜访3\n卡点：合同；法务\n备注：跟进华为',
      'visits 3\nBlockers: 合同; 法务\nNotes: 跟进华为',
    ],
    ['评分3.14159', '评分3.14159', 'score 3.14159'],
    ['', '', ''],
  ])('%j', (typed, zh, en) => {
    expect(restate(read(typed), SALES, 'zh')).toBe(zh)
    expect(restate(read(typed), SALES, 'en')).toBe(en)
  })

  test('an amount without a metric of its own keeps the name of its count', () => {
    const only = SALES.filter(({ key }) => key === 'deals')
    const reading = readLine('签单8万', only)
    expect(restate(reading, only, 'zh')).toBe('签单8万元')
    expect(valuesOf(readLine(restate(reading, only, 'en'), only))).toEqual({ revenue: 80_000 })
  })
})

describe('reading it again gives the same', () => {
  const count = fc.oneof(fc.nat(200), fc.nat(999_999))
  const cents = fc.oneof(fc.nat(20_000), fc.nat(1e9), fc.nat(1e13)).map(value => value / 100)
  const values = fc
    .record(
      {
        ...{ visits: count, calls: count, deals: count, lost: count },
        ...{ revenue: cents, rate: cents, score: fc.double({ min: 0, max: 1e11, noNaN: true }).map(Math.abs) },
      },
      { requiredKeys: [] },
    )
    .map(record => Object.entries(record).map(([key, value]): Value => ({ key, value, text: '', start: 0, end: 0 })))

  test('values', () => {
    fc.assert(
      fc.property(values, fc.constantFrom('zh', 'en'), (given, lang) => {
        const line = restate({ values: given, notes: ['跟进华为 3M公司'], blockers: ['合同 盖章'] }, SALES, lang)
        const again = read(line)
        expect(valuesOf(again)).toEqual(valuesOf({ values: given }))
        expect(again).toMatchObject({ asks: [], refused: [], unknowns: [], guesses: [] })
        expect(again).toMatchObject({ notes: ['跟进华为 3M公司'], blockers: ['合同 盖章'] })
      }),
      { numRuns: 800 },
    )
  })

  test('of whatever was typed', () => {
    fc.assert(
      fc.property(fc.oneof(sloppy, fc.string()), fc.constantFrom('zh', 'en'), (typed, lang) => {
        const reading = read(typed)
        expect(valuesOf(read(restate(reading, SALES, lang)))).toEqual(valuesOf(reading))
      }),
      { numRuns: 1000 },
    )
  })
})
