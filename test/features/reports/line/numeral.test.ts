import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatNumber } from '../../../../src/features/reports/line/format-number.ts'
import { parseNumeral } from '../../../../src/features/reports/line/numeral.ts'

const LANGS = ['zh', 'en'] as const

/** The textbook spelling of a whole number below 10^12. */
function spell(value: number): string {
  if (value === 0) return '零'
  const digits = String(value).padStart(12, '0')
  const sections = [digits.slice(0, 4), digits.slice(4, 8), digits.slice(8)].map(spellSection)
  let text = ''
  sections.forEach((section, index) => {
    if (section === '') {
      if (text !== '' && !text.endsWith('零')) text += '零'
      return
    }
    const padded = text !== '' && !text.endsWith('零') && digits.charAt(index * 4) === '0'
    text += `${padded ? '零' : ''}${section}${['亿', '万', ''][index] ?? ''}`
  })
  return text.replace(/零$/, '')
}

function spellSection(digits: string): string {
  let text = ''
  ;[...digits].forEach((digit, index) => {
    if (digit !== '0') text += `${'零一二三四五六七八九'.charAt(Number(digit))}${['千', '百', '十', ''][index] ?? ''}`
    else if (text !== '' && !text.endsWith('零')) text += '零'
  })
  return text.replace(/零$/, '')
}

const values = (rows: Record<string, number>) => Object.entries(rows)

describe('a number reads as it is meant', () => {
  test.each(
    [
      ...values({
        '3': 3,
        '0': 0,
        '007': 7,
        '20.5': 20.5,
        '.5': 0.5,
        '1,234.5': 1234.5,
        '1，234': 1234,
        '1,234,567': 1234567,
      }),
      ...values({ '２０': 20, '１，２３４．５': 1234.5, ' 12 ': 12 }),
      ...values({
        零: 0,
        〇: 0,
        三: 3,
        两: 2,
        十: 10,
        十五: 15,
        二十: 20,
        二十五: 25,
        一百: 100,
        一百零五: 105,
        一百〇五: 105,
      }),
      ...values({
        一百五: 150,
        一百五十: 150,
        三千二: 3200,
        三千零二: 3002,
        两千五百: 2500,
        一千零五十: 1050,
        二〇二六: 2026,
      }),
      ...values({
        两万五: 25000,
        一万零五: 10005,
        一万零五百: 10500,
        三万两千: 32000,
        十二万: 120000,
        三百万: 3e6,
        百万: 1e6,
      }),
      ...values({ 千万: 1e7, 一亿: 1e8, 两亿三千万: 2.3e8, 万亿: Number.NaN, 三万亿: 3e12, 一亿零三: 100000003 }),
      ...values({ 半: 0.5, 一半: 0.5, 一个半: 1.5, 两个半: 2.5, 两万半: 25000, 三点五: 3.5, 三点五万: 35000 }),
      ...values({
        '8万': 80000,
        '8 万': 80000,
        '8万5': 85000,
        '8万5000': 85000,
        '8万5千': 85000,
        '3.5万': 35000,
        '1.1万': 11000,
      }),
      ...values({
        '2百': 200,
        '2百5': 250,
        '3千2百': 3200,
        '2亿': 2e8,
        '0.5亿': 5e7,
        '3亿2千万': 3.2e8,
        '1万亿': 1e12,
      }),
      ...values({ '8w': 80000, '8W': 80000, '8w5': 85000, '80k': 80000, '80K': 80000, '1.2m': 1.2e6, '3M': 3e6 }),
      ...values({ '1.2 million': 1.2e6, '80 thousand': 80000, '2bn': 2e9, 壹佰贰拾: 120, '３．５万': 35000 }),
      ...values({ '-3': -3, '−3': -3, 负三: -3, '－２': -2, '-8万': -80000, '-0': 0, '+3': 3 }),
    ].filter(([, value]) => !Number.isNaN(value)),
  )('%s is %d', (text, value) => {
    expect(parseNumeral(text)).toMatchObject({ value, exact: true, percent: false })
  })

  test.each(
    values({
      '¥500': 500,
      '￥1,200': 1200,
      $80k: 80000,
      '8万元': 80000,
      '500块': 500,
      '500 元': 500,
      'RMB 300': 300,
      '300RMB': 300,
      '30 USD': 30,
      '5万块钱': 50000,
      '¥ 8万': 80000,
    }),
  )('%s is money, %d', (text, value) => {
    expect(parseNumeral(text)).toMatchObject({ value, money: true, exact: true })
  })

  test.each(values({ '30%': 30, '30 %': 30, '３０％': 30, 百分之三十: 30, 百分之30: 30, '12.5%': 12.5, '-5%': -5 }))(
    '%s is a percent, %d',
    (text, value) => {
      expect(parseNumeral(text)).toMatchObject({ value, percent: true, money: false })
    },
  )

  test.each(
    values({
      '20多': 20,
      '20+': 20,
      十几: 10,
      二十几: 20,
      十几万: 100000,
      '20多万': 200000,
      '3万多': 30000,
      约5万: 50000,
      '~30': 30,
      'about 20': 20,
      两三: 2,
      三五: 3,
      七八十: 70,
      '3-5': 3,
      '3~5万': 30000,
      三到五: 3,
      大概20: 20,
      '8万50': 80050,
    }),
  )('%s is not exact, near %d', (text, value) => {
    expect(parseNumeral(text)).toMatchObject({ value, exact: false })
  })

  test.each(['8万', '80k', '3.5亿', '5百', '一万', '1.2 million'])('%s has a unit', text => {
    expect(parseNumeral(text)).toMatchObject({ hasUnit: true })
  })

  test.each(['500', '五百', '¥500', '20', '30%'])('%s has none', text => {
    expect(parseNumeral(text)).toMatchObject({ hasUnit: false })
  })

  test.each([
    '',
    ' ',
    'abc',
    '百度',
    '千',
    '万',
    '万科',
    '3M公司',
    '三一重工',
    '1.2.3',
    '3 4',
    '--3',
    '8 万科',
    '%',
    '¥',
    '3 meetings',
    '一百百',
    '个半',
  ])('%j is no number', text => {
    expect(parseNumeral(text)).toBeNull()
  })

  test('keeps the original wording and its length', () => {
    expect(parseNumeral('３．５万')).toMatchObject({ text: '３．５万', length: 4 })
  })

  test('a number with thousands of digits is read, not refused by a fault', () => {
    expect(parseNumeral('9'.repeat(8000))?.value).toBe(Infinity)
  })
})

describe('what is written reads back', () => {
  const whole = fc.oneof(fc.nat(999), fc.nat(99_999), fc.nat(999_999_999))

  test('every whole number spelled in Chinese', () => {
    fc.assert(
      fc.property(whole, value => {
        expect(parseNumeral(spell(value))).toMatchObject({ value, exact: true })
      }),
      { numRuns: 2000 },
    )
  })

  test('every whole number and every cent, formatted in both languages', () => {
    const cents = fc.integer({ min: -1e13, max: 1e13 }).map(value => value / 100)
    fc.assert(
      fc.property(fc.oneof(whole, cents), fc.constantFrom(...LANGS), (value, lang) => {
        expect(parseNumeral(formatNumber(value, { lang, unit: 'amount' }))).toMatchObject({
          value: value === 0 ? 0 : value,
        })
      }),
      { numRuns: 2000 },
    )
  })

  test('every percent', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.constantFrom(...LANGS), (cents, lang) => {
        const value = cents / 100
        expect(parseNumeral(formatNumber(value, { lang, unit: 'percent' }))).toMatchObject({ value, percent: true })
      }),
    )
  })

  test('reading never throws, and never reads past the end', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789一二两十百千万亿零半个点多几.,-+%¥元kwm 约') }),
        text => {
          const read = parseNumeral(text)
          expect(read === null || (read.length <= text.length && !Number.isNaN(read.value))).toBe(true)
        },
      ),
      { numRuns: 3000 },
    )
  })
})
