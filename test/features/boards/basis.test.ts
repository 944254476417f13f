import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bases, onBasis, usualBasis, type Yardsticks } from '../../../src/features/boards/basis.ts'

const figures = [
  { memberId: '甲', value: 120 },
  { memberId: '乙', value: 60 },
  { memberId: '丙', value: 30 },
]
const nothing: Yardsticks = { workdays: new Map(), targets: new Map(), before: new Map(), bests: new Map() }

describe('a basis', () => {
  it('of a workday is fair to whoever was on leave', () => {
    const workdays = new Map(Object.entries({ 甲: 20, 乙: 5, 丙: 0 }))
    expect(onBasis('per-workday', figures, { ...nothing, workdays })).toEqual([
      { memberId: '甲', value: 6 },
      { memberId: '乙', value: 12 },
    ])
  })

  it('of the own target is a share of it in percent', () => {
    const targets = new Map(Object.entries({ 甲: 200, 乙: 50 }))
    expect(onBasis('attainment', figures, { ...nothing, targets })).toEqual([
      { memberId: '甲', value: 60 },
      { memberId: '乙', value: 120 },
    ])
  })

  it('of improvement is the difference from the period before, also for the worse', () => {
    const before = new Map(Object.entries({ 甲: 130, 乙: 0 }))
    expect(onBasis('improvement', figures, { ...nothing, before })).toEqual([
      { memberId: '甲', value: -10 },
      { memberId: '乙', value: 60 },
    ])
  })

  it('of the own best is a share of the best period so far', () => {
    const bests = new Map(Object.entries({ 丙: 24 }))
    expect(onBasis('own-best', figures, { ...nothing, bests })).toEqual([{ memberId: '丙', value: 125 }])
  })

  it('never gives anybody a number that is none, or a place who is not among the figures', () => {
    const ids: fc.Arbitrary<string> = fc.constantFrom('甲', '乙', '丙', '丁')
    const numbers = fc.integer({ min: 0, max: 1e13 }).map(tenThousandths => tenThousandths / 1e4)
    const byMember = fc.array(fc.tuple(ids, numbers)).map(pairs => new Map(pairs))
    const yardsticks = fc.record({ workdays: byMember, targets: byMember, before: byMember, bests: byMember })
    fc.assert(
      fc.property(fc.constantFrom(...bases), byMember, yardsticks, (basis, values, given) => {
        const rows = [...values].map(([memberId, value]) => ({ memberId, value }))
        for (const { memberId, value } of onBasis(basis, rows, given)) {
          expect(Number.isFinite(value)).toBe(true)
          expect(values.has(memberId)).toBe(true)
        }
      }),
    )
  })
})

describe('the usual basis', () => {
  const targets = new Map(Object.entries({ 甲: 200, 乙: 50 }))

  it('of a result is the own target once all who sell have one', () => {
    expect(usualBasis('result', ['甲', '乙'], targets)).toBe('attainment')
    expect(usualBasis('result', ['甲', '乙', '丙'], targets)).toBe('figure')
    expect(usualBasis('result', [], targets)).toBe('figure')
  })

  it('of an activity is the figure', () => {
    expect(usualBasis('activity', ['甲', '乙'], targets)).toBe('figure')
  })
})
