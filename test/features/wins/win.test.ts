import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alreadyRung, shortOf, valuesOf, type Win } from '../../../src/features/wins/win.ts'

const win = (facts: Partial<Win>): Win => ({
  ...{ id: 'w', teamId: 't', memberId: 'm', customer: '华为', amount: 120_000, note: null, dealsKey: 'deals' },
  ...{ revenueKey: 'revenue', date: '2026-11-20', rungBy: 'p', rungAt: new Date('2026-11-20T08:00:00Z') },
  ...facts,
})

describe('the same deal again', () => {
  const rung = win({ customer: '华为 (Huawei)', note: null })

  test.each([
    ['the very same', { customer: '华为 (Huawei)', amount: 120_000, note: null }, true],
    ['spaced and cased otherwise', { customer: '华为（HUAWEI）', amount: 120_000, note: null }, true],
    ['without its amount', { customer: '华为(huawei)', amount: null, note: null }, true],
    ['of another amount', { customer: '华为 (Huawei)', amount: 80_000, note: null }, false],
    ['of another customer', { customer: '中兴', amount: 120_000, note: null }, false],
    ['with a note that tells it apart', { customer: '华为 (Huawei)', amount: 120_000, note: '第二单' }, false],
  ])('%s', (_, said, isSame) => {
    expect(alreadyRung([rung], said)).toBe(isSame ? rung : null)
  })
})

describe('what a report leaves out', () => {
  test('is what it says less of than was rung', () => {
    const wins = [win({}), win({ amount: 80_000.5 }), win({ amount: null })]
    expect(valuesOf(wins)).toEqual({ deals: 3, revenue: 200_000.5 })
    expect(shortOf(wins, { deals: 3, revenue: 120_000 })).toEqual({ revenue: 200_000.5 })
    expect(shortOf(wins, { deals: 4, revenue: 900_000 })).toEqual({})
    expect(shortOf(wins, {})).toEqual({ deals: 3, revenue: 200_000.5 })
  })

  test('is nothing in a report that says just what was rung, however many cents there are', () => {
    const cents = fc.array(fc.option(fc.integer({ min: 1, max: 1e9 })), { maxLength: 30 })
    fc.assert(
      fc.property(cents, all => {
        const wins = all.map(cent => win({ amount: cent === null ? null : cent / 100 }))
        const sum = all.reduce<number>((total, cent) => total + (cent ?? 0), 0) / 100
        expect(shortOf(wins, { deals: wins.length, revenue: sum })).toEqual({})
      }),
    )
  })
})
