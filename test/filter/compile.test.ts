import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile, type Filter } from '../../src/filter/compile.ts'
import { mask } from '../../src/filter/mask.ts'
import { letters } from '../../src/filter/normalise.ts'
import type { Action, Entry } from '../../src/filter/word-list.ts'

function filterOf(words: readonly (string | Entry)[], allowed: readonly string[] = []): Filter {
  const entries = words.map(word => (typeof word === 'string' ? { word, action: 'block' as const } : word))
  const { filter, faults } = compile({ entries, allowed })
  if (filter === null) throw new Error('There are too many words')
  expect(faults).toEqual([])
  return filter
}

const caught = (filter: Filter, text: string) => filter.find(text).map(({ from, to }) => text.slice(from, to))

describe('ways around a word', () => {
  const filter = filterOf(['赌博', 'fuck', '代开发票', '微信', 'shit', '第一', 'vpn', '加vx', '加微信'])

  test.each([
    ['traditional Chinese', '他去賭博了', '賭博'],
    ['a variant of Hong Kong and wide signs', '＋薇？代開發票！', '代開發票'],
    ['a joiner and a dot', '赌\u200b·博', '赌\u200b·博'],
    ['a variation selector', '赌\ufe00博', '赌\ufe00博'],
    ['a radical of Kangxi', '第⼀', '第⼀'],
    ['a Japanese stroke', '第ー', '第ー'],
    ['an emoji', '微❤️信', '微❤️信'],
    ['an emoji of several people', '微👨‍👩‍👧信', '微👨‍👩‍👧信'],
    ['a filler of Hangul', '赌\u3164博', '赌\u3164博'],
    ['the blank of braille', '赌\u2800博', '赌\u2800博'],
    ['a tag that nobody sees', '赌\u{e0041}博', '赌\u{e0041}博'],
    ['a soft hyphen', 'fu\u00adck', 'fu\u00adck'],
    ['turned around by a mark', 'f\u202euck', 'f\u202euck'],
    ['brackets and spaces', '【代】 (开) 「发」 票', '代】 (开) 「发」 票'],
    ['what is put around a sign', '代\u20dd开发票', '代\u20dd开发票'],
    ['full width', 'ｆｕｃｋ', 'ｆｕｃｋ'],
    ['a Greek letter', 'fυck', 'fυck'],
    ['a Cyrillic letter', 'fuсk', 'fuсk'],
    ['Cyrillic capitals', 'ЅНІТ', 'ЅНІТ'],
    ['Greek capitals', 'VΡΝ', 'VΡΝ'],
    ['accents, also on the last', 'f\u0301u\u0308ck\u0308!', 'f\u0301u\u0308ck\u0308'],
    ['letters of mathematics', '𝐟𝐮𝐜𝐤', '𝐟𝐮𝐜𝐤'],
    ['letters in circles', 'ⓕⓤⓒⓚ', 'ⓕⓤⓒⓚ'],
    ['letters in squares', '🄵🅄🄲🄺', '🄵🅄🄲🄺'],
    ['letters in black squares', '🅵🆄🅲🅺', '🅵🆄🅲🅺'],
    ['letters in black circles', '🅕🅤🅒🅚', '🅕🅤🅒🅚'],
    ['letters of flags', '🇫🇺🇨🇰', '🇫🇺🇨🇰'],
    ['small capitals', 'ꜰᴜᴄᴋ', 'ꜰᴜᴄᴋ'],
    ['hyphens', 'f-u-c-k', 'f-u-c-k'],
    ['one hyphen', 'fu-ck', 'fu-ck'],
    ['a space after every letter', 'oh f u c k it', 'f u c k'],
    ['a figure behind it', 'fuck2', 'fuck'],
    ['among Chinese', '你fuck他', 'fuck'],
    ['a sign that ends in Latin, and a number', '加VX123', '加VX'],
    ['the inside of a longer one', '请加微 信', '加微 信'],
  ])('%s', (_, text, hit) => {
    expect(caught(filter, text)).toEqual([hit])
  })

  test.each([
    ['another word', '博士打赌'],
    ['letters of two words', 's hit'],
    ['letters of two words with an apostrophe', "it's hit"],
    ['some of its letters apart', 'fu ck'],
    ['a part of a longer word', 'refucked'],
    ['a part of a longer word with accents', 'réfuckéd'],
    ['a part of a longer word beside something unseen', 'x\u200bfuck'],
    ['a letter between', '赌氵博'],
  ])('%s is no hit', (_, text) => {
    expect(caught(filter, text)).toEqual([])
  })

  test('letters that the end of a sentence or of a line parts are looked at by somebody', () => {
    for (const text of ['不要赌。博士来了', '赌\n博', '赌!博', `赌${' '.repeat(9)}博`]) {
      expect(filter.find(text)).toMatchObject([{ word: '赌博', action: 'review', doubt: 'torn' }])
    }
    expect(filter.find('赌…博')).toMatchObject([{ action: 'block', doubt: null }])
  })
})

test('words of several are found with their own gaps and without', () => {
  const filter = filterOf(['make money', '10 倍回报', '3.5'])
  expect(caught(filter, 'MAKE  MONEY, makemoney, make-money')).toEqual(['MAKE  MONEY', 'makemoney', 'make-money'])
  expect(caught(filter, '10倍回报')).toEqual(['10倍回报'])
  expect(caught(filter, '110倍回报')).toEqual([])
  expect(caught(filter, 'v3.5')).toEqual(['3.5'])
})

test('digits that signs part are several numbers', () => {
  const filter = filterOf(['1122', '110'])
  expect(caught(filter, '2026-11-22, 11:22, 1-10')).toEqual([])
  expect(caught(filter, '打110, No.1122, 1-1-0')).toEqual(['110', '1122', '1-1-0'])
})

describe('words that overlap', () => {
  test('of the same action the longest is told, then the first, and each place once', () => {
    const filter = filterOf(['发票', '代开发票', '代开', '票据', '国人', '中国人民'])
    expect(caught(filter, '代开发票据')).toEqual(['代开发票'])
    expect(caught(filter, '发票据')).toEqual(['发票'])
    expect(caught(filter, '中国人民，代开')).toEqual(['中国人民', '代开'])
  })

  test('the sternest goes before a longer one', () => {
    const filter = filterOf([
      { word: '发票', action: 'block' },
      { word: '代开发票', action: 'hint', suggestion: '请走财务' },
    ])
    expect(filter.find('代开发票')).toEqual([{ word: '发票', action: 'block', from: 2, to: 4, doubt: null }])
    expect(filterOf([{ word: '包过', action: 'hint', suggestion: '我们会尽力' }]).find('包过')).toEqual([
      { word: '包过', action: 'hint', suggestion: '我们会尽力', from: 0, to: 2, doubt: null },
    ])
  })
})

describe('what is allowed', () => {
  test('wins where it covers the hit', () => {
    const filter = filterOf(['微信', '信支', '赌博'], ['微信支付', '反赌博', '博弈'])
    expect(caught(filter, '用微信支付')).toEqual([])
    expect(caught(filter, '微信支付，加微信')).toEqual(['微信'])
    expect(caught(filter, '反賭博宣传，赌博弈')).toEqual(['赌博'])
  })

  test('does so only where it stands whole', () => {
    const filter = filterOf(['赌博', 'ass'], ['反赌博', 'mass effect'])
    expect(caught(filter, '反。赌博')).toEqual(['赌博'])
    expect(caught(filter, 'ass effect')).toEqual(['ass'])
  })

  test('a word that is both is allowed, and that is said', () => {
    const { filter, faults } = compile({ entries: [{ word: '第一', action: 'hint' }], allowed: ['第ー'] })
    expect(filter?.find('第一')).toEqual([])
    expect(faults).toMatchObject([{ code: 'listed-and-allowed' }])
  })
})

test('what cannot be looked for is left out with the reason, and the rest is found', () => {
  const words = ['赌', '★☆', '', 'x', '赌博', '字'.repeat(65)]
  const { filter, faults } = compile({ entries: words.map(word => ({ word, action: 'block' })), allowed: ['博'] })
  expect(faults.map(({ code }) => code)).toEqual([
    'too-short',
    'no-letters',
    'no-letters',
    'too-short',
    'too-long',
    'too-short',
  ])
  expect(filter?.size).toBe(1)
  expect(filter?.find('赌博')).toHaveLength(1)
})

test('a million words are refused at once', () => {
  const entries = Array.from({ length: 1_000_000 }, (_, at) => ({ word: `词${at}`, action: 'block' as const }))
  const { filter, faults } = compile({ entries, allowed: [] })
  expect(filter).toBeNull()
  expect(faults).toMatchObject([{ code: 'too-many', line: null, words: { zh: expect.stringContaining('10000') } }])
})

test('the same word in other signs is one, with the sternest action and the suggestion', () => {
  const filter = filterOf([
    { word: '賭博', action: 'hint', suggestion: '娱乐' },
    { word: '赌博', action: 'block' },
  ])
  expect(filter.size).toBe(1)
  expect(filter.find('赌·博')).toMatchObject([{ word: '賭博', action: 'block', suggestion: '娱乐' }])
})

describe('for any words and any text', () => {
  // Few signs, so that words overlap and nest; separators that end no sentence.
  const han = fc.string({ unit: fc.constantFrom(...'赌博赢钱一二'), minLength: 2, maxLength: 5 })
  const disguised = fc.string({
    unit: fc.constantFrom(
      ...'赌博赢钱一二賭贏錢好',
      ' ',
      '·',
      '\u200b',
      '❤️',
      '👨‍👩‍👧',
      'ー',
      '𠮷',
      '\ud83d',
      'a',
      '\u0301',
    ),
    maxLength: 60,
  })
  const words = fc.uniqueArray(han, { minLength: 1, maxLength: 20, selector: word => letters(word).plain })

  test('what is found covers what a plain search of the letters finds', () => {
    fc.assert(
      fc.property(words, disguised, (list, text) => {
        const normalised = letters(text)
        const hits = filterOf(list).find(text)
        const covered = new Set(hits.flatMap(({ from, to }) => range(from, to)))
        for (const word of list.map(one => letters(one).plain)) {
          for (let at = normalised.plain.indexOf(word); at >= 0; at = normalised.plain.indexOf(word, at + 1)) {
            const signs = range(at, at + word.length).map(unit => normalised.starts[unit] ?? -1)
            // A gap of many signs tears; that is tested by itself.
            if (hits.some(hit => hit.doubt === 'torn')) return
            expect(signs.some(start => covered.has(start))).toBe(true)
          }
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('a single word is found exactly where a plain search finds it', () => {
    fc.assert(
      fc.property(han, disguised, (word, text) => {
        const { plain } = letters(word)
        const normalised = letters(text)
        const begins: number[] = []
        for (let at = normalised.plain.indexOf(plain); at >= 0; at = normalised.plain.indexOf(plain, at + 1))
          if (at >= (begins.at(-1) ?? -plain.length) + plain.length) begins.push(at)
        const hits = filterOf([word]).find(text)
        if (hits.some(hit => hit.doubt === 'torn')) return
        expect(hits.map(hit => hit.from)).toEqual(begins.map(at => normalised.starts[at]))
      }),
      { numRuns: 2000 },
    )
  })

  test('a hit is a range of the text that reads as the word, and none overlaps another', () => {
    const action = fc.constantFrom<Action>('block', 'mask', 'hint', 'review')
    const entries = words.chain(list =>
      fc.tuple(...list.map(word => action.map((chosen): Entry => ({ word, action: chosen })))),
    )
    fc.assert(
      fc.property(entries, disguised, (list, text) => {
        let last = 0
        for (const { word, from, to } of filterOf(list).find(text)) {
          expect(from).toBeGreaterThanOrEqual(last)
          expect(to).toBeLessThanOrEqual(text.length)
          expect(letters(text.slice(from, to)).plain).toBe(letters(word).plain)
          last = to
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('nothing is found where the letters spell no word, whichever way its numerals are written', () => {
    const spelt = (text: string) =>
      letters(text).plain.replaceAll(/[1-9]/g, digit => '一二三四五六七八九'.charAt(Number(digit) - 1))
    const anyText = fc.string({
      unit: fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }), fc.constantFrom(...'12㉑⑫')),
      maxLength: 80,
    })
    fc.assert(
      fc.property(words, anyText, (list, text) => {
        const said = spelt(text)
        fc.pre(!list.some(word => said.includes(spelt(word))))
        expect(filterOf(list).find(text)).toEqual([])
      }),
    )
  })

  test('nothing is found in a text that is allowed as a whole', () => {
    fc.assert(
      fc.property(words, han, (list, text) => {
        const others = list.filter(word => letters(word).plain !== letters(text).plain)
        expect(filterOf(others, [text]).find(text)).toEqual([])
      }),
    )
  })

  test('a Latin word is found where it is a word by itself, and not in a longer one or across two', () => {
    const latin = fc.string({ unit: fc.constantFrom(...'abc'), minLength: 2, maxLength: 4 })
    const tokens = fc.array(fc.tuple(latin, fc.constantFrom(' ', ', ', '\n', '的', '7', "'")), { maxLength: 12 })
    fc.assert(
      fc.property(latin, tokens, (word, all) => {
        const text = all.flat().join('')
        // Two letters are never told to be spelled out, nor are more of them by words of two and more.
        expect(caught(filterOf([word]), text)).toEqual(all.map(([token]) => token).filter(token => token === word))
      }),
      { numRuns: 2000 },
    )
  })

  test('what is masked has no hit any more, and the rest is as it was', () => {
    fc.assert(
      fc.property(words, disguised, (list, text) => {
        const filter = filterOf(list)
        const hits = filter.find(text)
        const masked = mask(text, hits)
        const whole = (found: ReturnType<Filter['find']>) => found.filter(hit => hit.doubt === null)
        // Stars are a gap, too: what stands on both sides of them may come together.
        for (const { from, to } of whole(filter.find(masked))) expect(masked.slice(from, to)).toContain('*')
        if (hits.length === 0) expect(masked).toBe(text)
      }),
    )
  })
})

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at)
