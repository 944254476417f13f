import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCsv } from '../../src/base/csv.ts'
import { staysInProportion } from './growth.ts'

const records = (text: string) => {
  const reading = parseCsv(text)
  return reading.ok ? reading.records.map(record => [record.line, ...record.cells]) : reading
}

describe('reading CSV', () => {
  it.each([
    [
      'a,b\nc,d',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      '\uFEFFa,b\r\nc,d\r\n',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      'a,\n,b',
      [
        [1, 'a', ''],
        [2, '', 'b'],
      ],
    ],
    ['"a ""x"", b",c', [[1, 'a "x", b', 'c']]],
    [
      '"one\ntwo",b\nc,d',
      [
        [1, 'one\ntwo', 'b'],
        [3, 'c', 'd'],
      ],
    ],
    [
      'a\n\n  \n,,\nb',
      [
        [1, 'a'],
        [5, 'b'],
      ],
    ],
    ['', []],
  ])('%j', (text, expected) => {
    expect(records(text)).toEqual(expected)
  })

  it('names the line of a quote that does not close, or closes too early', () => {
    expect(parseCsv('a,b\nc,"d\ne')).toEqual({ ok: false, line: 2, fault: 'open-quote' })
    expect(parseCsv('a\nb\n"c"d')).toEqual({ ok: false, line: 3, fault: 'text-after-quote' })
  })

  it('reads back whatever is written by the standard', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '中', '"', ',', '\n', '\r', ' '), maxLength: 6 })
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), rows => {
        const text = rows.map(row => row.map(quote).join(',')).join('\r\n')
        const reading = parseCsv(text)
        const written = rows.filter(row => row.some(it => it.trim() !== ''))
        expect(reading.ok && reading.records.map(record => record.cells)).toEqual(written)
      }),
    )
  })

  it('takes time in proportion to the text', () => {
    staysInProportion(length => parseCsv('"'.repeat(length + 1)), 20_000)
    staysInProportion(times => parseCsv(`"${'a""'.repeat(times)}`), 10_000)
  })
})
