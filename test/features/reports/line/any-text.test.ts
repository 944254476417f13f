import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { staysInProportion } from '../../../base/growth.ts'
import { read, valuesOf } from './sales.ts'
import { sloppy } from './sloppy.ts'

describe('any text at all', () => {
  test('is read without a fault, with offsets that give the original wording', () => {
    fc.assert(
      fc.property(fc.oneof(sloppy, fc.string(), fc.string({ unit: 'binary' })), text => {
        const { values, unknowns, guesses, asks, refused, notes, blockers } = read(text)
        for (const span of [...values, ...unknowns, ...guesses, ...asks, ...refused]) {
          expect(text.slice(span.start, span.end)).toBe(span.text)
          expect(span.text).not.toBe('')
        }
        for (const remark of [...notes, ...blockers]) expect(text).toContain(remark)
        for (const { value } of values) expect(value >= 0 && value < 1e12).toBe(true)
        expect(new Set(values.map(({ key }) => key)).size).toBe(values.length)
      }),
      { numRuns: 1000 },
    )
  })

  test('loses no word and no digit: each is in a value, a question or a note', () => {
    const said = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')
    const customers = fc.array(fc.constantFrom('华为', '中建', '3M公司', '三星', 'IBM', '王总', 'Q3', '9/30'), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(customers, fc.nat(99), (names, visits) => {
        const note = names.join('、')
        const reading = read(`拜访${visits} 跟进${note}`)
        expect(valuesOf(reading)).toEqual({ visits })
        const kept = [...reading.notes, ...reading.unknowns.map(({ text }) => text)].join('')
        expect(said(kept)).toBe(said(`跟进${note}`))
      }),
    )
  })

  const SEEDS = [
    '9',
    '9,',
    '1,234,',
    '一十',
    '拜访',
    '拜访3',
    '卡点:',
    '约',
    '-',
    '3-',
    '1/',
    '签单1/8万 ',
    ' ',
    '\n- ',
    '3个',
    'a1',
    'a 3 ',
  ].concat([
    'new ',
    '8万',
    '百分之',
    '今天主要存在的',
    '演3',
    '拜访华',
    '拜访和',
    '拜访了',
    '1.',
    '💪',
    '20多',
    '明日计划',
    '没',
  ])

  test.each(SEEDS)('takes time in proportion to its length: %j again and again', seed => {
    const textOf = (length: number) => seed.repeat(Math.ceil(length / seed.length))
    staysInProportion(length => read(textOf(length)), 1_000)
  })
})
