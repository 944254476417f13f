import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMobile } from '../../src/base/mobile.ts'

const digits = (length: number) =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map(all => all.join(''))
const mainland = fc.tuple(fc.constantFrom('13', '15', '18', '19'), digits(9)).map(all => all.join(''))
const gap = fc.constantFrom('', ' ', '-', ' - ', '\u00a0', '.', '\u2011')

/** The same digits as somebody may write them: in groups, and in letters of full width. */
const written = (number: string) =>
  fc.tuple(fc.array(gap, { minLength: number.length, maxLength: number.length }), fc.boolean()).map(([gaps, wide]) => {
    const all = [...number].map((digit, at) => `${digit}${at === number.length - 1 ? '' : gaps[at]}`).join('')
    return wide ? all.replaceAll(/\d/g, digit => String.fromCodePoint(0xff10 + Number(digit))) : all
  })

test('a mainland number is one, however it is written', () => {
  const ways = mainland.chain(number =>
    fc.tuple(
      fc.constant(number),
      fc.constantFrom('', '+86', '+86 ', '＋86', '86', '0086', '00 86-', '(+86) '),
      written(number),
    ),
  )
  fc.assert(fc.property(ways, ([number, code, rest]) => readMobile(`${code}${rest}`) === `86${number}`))
  fc.assert(fc.property(ways, ([number, code, rest]) => readMobile(`${code}${rest}`, '86') === `86${number}`))
})

test('two different numbers are never one', () => {
  fc.assert(
    fc.property(
      mainland,
      mainland,
      (one, other) => (readMobile(one) === readMobile(`+86${other}`)) === (one === other),
    ),
  )
})

test('what is read is digits alone, and reads as itself', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'+0138 -()６abc') }))
  fc.assert(
    fc.property(text, typed => {
      const read = readMobile(typed)
      return read === null || (/^\d{8,15}$/.test(read) && readMobile(`+${read}`) === read)
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['+1 (415) 555-0100', '', '14155550100'],
  ['001 415 555 0100', '', '14155550100'],
  ['+852-9876 5432', '86', '85298765432'],
  ['98765432', '852', '85298765432'],
  ['98765432', '+852', '85298765432'],
])('%s with the code "%s" is %s', (text, code, number) => {
  expect(readMobile(text, code)).toBe(number)
})

test.each([
  ['nothing', ''],
  ['a name', '李雷'],
  ['a name with figures', '李雷 13800000000'],
  ['a number of an unknown country', '415 555 0100'],
  ['one figure too few', '1380000000'],
  ['one figure too many', '138000000000'],
  ['a fixed line', '+86 10 1234 5678'],
  ['a spy', '007'],
  ['an extension', '+1 415 555 0100 ext. 3'],
])('%s is no number', (_, text) => {
  expect(readMobile(text)).toBeNull()
})
