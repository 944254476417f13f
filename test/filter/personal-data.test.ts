import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { idCheckDigit, passesLuhn } from '../../src/filter/checksums.ts'
import { mask } from '../../src/filter/mask.ts'
import { findPersonalData } from '../../src/filter/personal-data.ts'

const found = (text: string) => findPersonalData(text).map(({ kind, from, to }) => `${kind} ${text.slice(from, to)}`)

const digits = (length: number) =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map(all => all.join(''))

const mobile = fc.tuple(fc.integer({ min: 3, max: 9 }), digits(9)).map(([second, rest]) => `1${second}${rest}`)

const withCheck = (first17: string) => first17 + idCheckDigit(first17)

const idCard = fc
  .tuple(
    fc.constantFrom('110105', '310115', '440306', '510104', '810000', '830000'),
    fc.date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }),
    digits(3),
  )
  .map(([place, born, order]) => `${place}${born.toISOString().slice(0, 10).replaceAll('-', '')}${order}`)
  .map(withCheck)

const withLuhn = (body: string) => [...'0123456789'].map(last => body + last).find(passesLuhn) ?? ''
const bankCard = fc.oneof(
  fc
    .integer({ min: 13, max: 16 })
    .chain(digits)
    .map(rest => withLuhn(`62${rest}`)),
  digits(14).map(rest => withLuhn(`4${rest}`)),
  digits(13).map(rest => withLuhn(`53${rest}`)),
  digits(12).map(rest => withLuhn(`37${rest}`)),
  digits(14).map(rest => withLuhn(`9558${rest}`)),
)

/** As somebody may write it to be read by people and not by machines. */
const disguises = {
  plain: (number: string) => number,
  wide: (number: string) => number.replaceAll(/\d/g, digit => String.fromCodePoint(0xff10 + Number(digit))),
  unseen: (number: string) => [...number].join('\u200b'),
  'digit by digit': (number: string) => [...number].join(' '),
  keycaps: (number: string) => number.replaceAll(/\d/g, digit => `${digit}\ufe0f\u20e3`),
  circles: (number: string) =>
    number.replaceAll(/\d/g, digit => (digit === '0' ? '⓪' : String.fromCodePoint(0x245f + Number(digit)))),
  Arabic: (number: string) => number.replaceAll(/\d/g, digit => String.fromCodePoint(0x660 + Number(digit))),
} as const

const surrounded = fc.constantFrom(
  ['', ''],
  ['电话', '，急'],
  ['Tom: ', '.'],
  ['（', '）'],
  ['单号20261122 ', ' 共3件'],
)

describe.each(Object.entries(disguises))('written %s', (_, disguise) => {
  const numbers = fc.oneof(
    mobile.map(number => ({ kind: 'mobile', number, masked: `${number.slice(0, 3)}****${number.slice(7)}` })),
    idCard.map(number => ({ kind: 'id-card', number, masked: `${number.slice(0, 4)}**********${number.slice(14)}` })),
    bankCard.map(number => ({ kind: 'bank-card', number, masked: `**** ${number.slice(-4)}` })),
  )

  test('each number is found as what it is, where it is, and masked', () => {
    fc.assert(
      fc.property(numbers, surrounded, ({ kind, number, masked }, [before, after]) => {
        // An ID card's number may by chance be a card's; the stricter check goes first.
        fc.pre(kind !== 'bank-card' || found(number)[0]?.startsWith('bank-card') === true)
        const written = disguise(number)
        const text = `${before}${written}${after}`
        const hits = findPersonalData(text)
        expect(hits).toMatchObject([{ kind, masked }])
        expect(mask(text, hits)).toBe(`${before}${masked}${after}`)
      }),
    )
  })
})

test.each([
  ['+86 138 0000 1234', 'mobile +86 138 0000 1234'],
  ['(+86)13800001234', 'mobile (+86)13800001234'],
  ['+86-138-0000-1234', 'mobile +86-138-0000-1234'],
  ['008613800001234', 'mobile 008613800001234'],
  ['86138 0000 1234', 'mobile 86138 0000 1234'],
  ['wx13800001234', 'mobile 13800001234'],
  ['1.13800001234', 'mobile 13800001234'],
  ['①13800001234', 'mobile 13800001234'],
  ['110105 19491231 002x', 'id-card 110105 19491231 002x'],
  ['6222 0212 3456 7895', ''],
  ['6222 0212 3456 7894', 'bank-card 6222 0212 3456 7894'],
  ['4111-1111-1111-1111', 'bank-card 4111-1111-1111-1111'],
  ['4111 1111 1111 1111 12', 'bank-card 4111 1111 1111 1111'],
  ['3782 822463 10005', 'bank-card 3782 822463 10005'],
])('%s', (text, hit) => {
  expect(found(text)).toEqual(hit === '' ? [] : [hit])
})

test('several in a row are each found', () => {
  expect(found('13800001234 13900001234、4111111111111111 11010519491231002X')).toEqual([
    'mobile 13800001234',
    'mobile 13900001234',
    'bank-card 4111111111111111',
    'id-card 11010519491231002X',
  ])
})

test.each([
  ['a number inside a longer one', '2013800001234'],
  ['a number that goes on', '138000012345'],
  ['a part of digits one by one', '1 3 8 0 0 0 0 1 2 3 4 5'],
  ['a fraction', '0.13800001234'],
  ['a date and a time', '139 2026-11-22'],
  ['money', '13,800,001,234'],
  ['the code of a file', 'a13800001234b'],
  ['an ID card of a date that never was', withCheck('11010519490231002')],
  ['an ID card with a wrong check digit', '110105194912310021'],
  ['an ID card of before 1999', '110105491231002'],
  ['an ID card of no province', withCheck('99010519491231002')],
  ['an order that fails the check', '6222021234567890'],
  ['an order of a maker that gives no cards', withLuhn('20261122000012')],
  ['an order with letters', `SF${withLuhn('622202123456789')}`],
  ['a number that is part of words', '十三亿八千万'],
])('%s is nothing personal: %s', (_, text) => {
  expect(found(text)).toEqual([])
})

test('one wrong digit makes an ID card or a bank card a number like any other', () => {
  const wrong = fc
    .tuple(
      fc.oneof(
        idCard.map(number => number.replace('X', '0')),
        bankCard,
      ),
      fc.nat(12),
      fc.integer({ min: 1, max: 9 }),
    )
    .map(([number, at, by]) => ({ number, changed: changed(number, at, by) }))
  fc.assert(
    fc.property(wrong, ({ number, changed: other }) => {
      if (found(number).length === 0) return
      const kinds = new Set(found(number).map(hit => hit.split(' ')[0]))
      // Of 18 digits one check may fail and the other hold.
      for (const hit of found(other)) expect(kinds.has(hit.split(' ')[0])).toBe(false)
    }),
  )
})

function changed(number: string, at: number, by: number): string {
  return number.slice(0, at) + ((Number(number[at]) + by) % 10) + number.slice(at + 1)
}

test('what is found lies in the text, in order and apart, and nothing but its mask is left of it', () => {
  const text = fc.string({ unit: fc.constantFrom(...'0123456789138+86-x X.()（１３８①😀电话'), maxLength: 120 })
  fc.assert(
    fc.property(text, typed => {
      const hits = findPersonalData(typed)
      let last = 0
      for (const { from, to } of hits) {
        expect(from).toBeGreaterThanOrEqual(last)
        expect(to).toBeGreaterThan(from)
        expect(to).toBeLessThanOrEqual(typed.length)
        last = to
      }
      expect(mask(typed, hits).length).toBeLessThanOrEqual(typed.length)
    }),
    { numRuns: 2000 },
  )
})

test('a hundred thousand digits take no time to speak of', { timeout: 5_000 }, () => {
  const text = '1 3 8 '.repeat(20_000)
  expect(findPersonalData(text)).toEqual([])
})
