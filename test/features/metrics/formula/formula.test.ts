import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { compute, type Formula, metricsIn } from '../../../../src/features/metrics/formula/formula.ts'
import { type FormulaProblem, readFormula } from '../../../../src/features/metrics/formula/read.ts'
import { writeFormula } from '../../../../src/features/metrics/formula/write.ts'

const metrics = [
  { key: 'visits', zh: '拜访', en: 'Visits', aliases: ['走访'] },
  { key: 'calls', zh: '电话', en: 'Calls', aliases: ['call'] },
  { key: 'deals', zh: '签单', en: 'Deals', aliases: [] },
  { key: 'revenue', zh: '签单额', en: 'Revenue', aliases: [] },
  { key: 'follow-ups', zh: '回访', en: 'Follow-ups', aliases: [] },
]
const figures: Readonly<Record<string, number>> = { visits: 8, calls: 40, deals: 2, revenue: 90_000, 'follow-ups': 3 }

function read(text: string): Formula {
  const result = readFormula(text, metrics)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.formula
}

describe('a formula', () => {
  it.each<[string, number]>([
    ['签单额 / 签单', 45_000],
    ['签单额/签单', 45_000],
    ['Revenue ÷ deals', 45_000],
    ['（签单 ＋ 拜访）× ２', 20],
    ['deals / visits * 100', 25],
    ['visits + calls * 0.2', 16],
    ['visits - calls / 2 - 1', -13],
    ['12 / 3 / 2', 2],
    ['-visits + 10', 2],
    ['--visits', 8],
    ['- (visits + 1) * 2', -18],
    ['.5 * 走访', 4],
    ['visits-calls', -32],
    ['follow-ups - 1', 2],
    ['FOLLOW-UPS*2', 6],
    ['42', 42],
  ])('%s is %d', (text, value) => {
    expect(compute(read(text), key => figures[key] ?? null)).toBe(value)
  })

  it.each<[string, FormulaProblem]>([
    ['', { kind: 'empty' }],
    ['   ', { kind: 'empty' }],
    ['签单额 / 客户', { kind: 'unknown', text: '客户' }],
    ['callsign / 2', { kind: 'unknown', text: 'callsign' }],
    ['拜访量 * 2', { kind: 'unknown', text: '拜访量' }],
    ['visits calls', { kind: 'unexpected', text: 'calls' }],
    ['visits +', { kind: 'unexpected', text: '' }],
    ['* visits', { kind: 'unexpected', text: '*' }],
    ['visits / (calls + 1', { kind: 'open' }],
    ['visits / calls)', { kind: 'unexpected', text: ')' }],
    ['()', { kind: 'unexpected', text: ')' }],
    ['visits ** 2', { kind: 'unexpected', text: '*' }],
    ['visits; process', { kind: 'unexpected', text: ';' }],
    ['1e9', { kind: 'unknown', text: 'e9' }],
    ['visits🙂', { kind: 'unexpected', text: '🙂' }],
    ['1 + '.repeat(80), { kind: 'too-long' }],
  ])('%j is refused, and it is told why', (text, problem) => {
    expect(readFormula(text, metrics)).toEqual({ ok: false, problem })
  })

  it.each(['visits / (deals - 2)', '1 / 0', '0 / 0', 'deals + unknown / 1'])('%s has no value', text => {
    const all = [...metrics, { key: 'unknown', zh: '未知', en: 'unknown', aliases: [] }]
    const result = readFormula(text, all)
    expect(result.ok && compute(result.formula, key => figures[key] ?? null)).toBe(null)
  })

  it('names its metrics once each', () => {
    expect(metricsIn(read('(签单额 - visits) / (visits + 2)'))).toEqual(['revenue', 'visits'])
  })
})

const formulas: fc.Arbitrary<Formula> = fc.letrec<{ formula: Formula }>(tie => ({
  formula: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.integer({ min: 0, max: 9_999 }).map(value => ({ op: 'number', value: value / 100 }) as const),
    fc.constantFrom(...metrics).map(({ key }) => ({ op: 'metric', key }) as const),
    tie('formula').map(of => ({ op: 'minus', of }) as const),
    fc.record({ op: fc.constantFrom('+', '-', '*', '/'), left: tie('formula'), right: tie('formula') }),
  ),
})).formula

describe('any formula', () => {
  test.each(['zh', 'en', 'key'] as const)('written by %s is read as the same', by => {
    const nameOf = (key: string) => metrics.find(metric => metric.key === key)?.[by] ?? ''
    fc.assert(
      fc.property(formulas, formula => {
        const written = writeFormula(formula, nameOf)
        fc.pre(written.length <= 200)
        expect(readFormula(written, metrics)).toEqual({ ok: true, formula })
      }),
    )
  })

  test('has a number for a value, or none', () => {
    fc.assert(
      fc.property(
        formulas,
        fc.dictionary(fc.constantFrom(...Object.keys(figures)), fc.double({ noNaN: true, noDefaultInfinity: true })),
        (formula, values) => {
          const value = compute(formula, key => values[key] ?? null)
          expect(value === null || !Number.isNaN(value)).toBe(true)
        },
      ),
    )
  })

  test('is only read: any text is a formula or a problem', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'(+-*/) 1.拜访v') })),
        text => {
          const result = readFormula(text, metrics)
          expect(result.ok ? result.formula : result.problem).toBeTypeOf('object')
        },
      ),
    )
  })
})
