import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadSounds } from '../../src/filter/sounds.ts'
import type { Entry } from '../../src/filter/word-list.ts'
import { caught, filterOf } from './list-of.ts'

const sounds = await loadSounds()
const words = ['最好', '微信', '保证收益', '绿色', '赌博', '西安', '重要', 'free']
const filter = filterOf(words, { sounds, allowed: ['威信', '反赌博'] })

describe('a word in other signs that sound the same', () => {
  test.each([
    ['pinyin', '这个zuihao了', 'zuihao?'],
    ['pinyin with a gap', 'zui hao', 'zui hao?'],
    ['pinyin with tones', 'zuì hǎo', 'zuì hǎo?'],
    ['pinyin with figures for tones', 'zui4hao3', 'zui4hao3?'],
    ['capitals', 'ZuiHao', 'ZuiHao?'],
    ['wide letters', 'ｚｕｉｈａｏ', 'ｚｕｉｈａｏ?'],
    ['Cyrillic letters', 'zuihаo', 'zuihаo?'],
    ['a mixture', '我们最hao的', '最hao?'],
    ['a mixture with a gap', 'zui 好', 'zui 好?'],
    ['a mixture with something unseen', '最\u200bhao', '最\u200bhao?'],
    ['another sign', '醉好', '醉好?'],
    ['another sign of traditional Chinese', '薇訊、微芯', '微芯?'],
    ['other signs with other tones, where there are enough', '饱正收一', '饱正收一?'],
    ['syllables that could be parted otherwise', 'xian', 'xian?'],
    ['a sign that is read in two ways', 'zhongyao', 'zhongyao?'],
    ['the letter for ü', 'lvse', 'lvse?'],
    ['the letter without its dots', 'lüse', 'lüse?'],
  ])('%s is doubtful', (_, text, hit) => {
    expect(caught(filter, text)).toContain(hit)
    expect(filter.find(text).filter(({ doubt }) => doubt === 'sound')).toMatchObject([{ action: 'review' }])
  })

  test.each([
    ['a part of a Latin word', 'duboice, zuihaox, xzuihao'],
    ['syllables across Latin words', 'zu ihao, azui haob'],
    ['two signs with other tones', '嘴好'],
    ['another word that is allowed', '威信'],
    ['the end of a sentence between', '喝醉。好的'],
    ['Latin words', 'fre e'],
  ])('%s is nothing', (_, text) => {
    expect(caught(filter, text)).toEqual([])
  })

  test('what the letters spell is certain, or allowed, and not told again', () => {
    expect(caught(filter, '最好用微信，反赌博')).toEqual(['最好', '微信'])
    expect(caught(filter, 'fr*e')).toEqual(['fr*e'])
  })
})

test('without being asked for, nothing is found by its sound', () => {
  expect(caught(filterOf(words), 'zuihao 醉好 最hao weixin')).toEqual([])
})

describe('for any text', () => {
  const han = fc.string({ unit: fc.constantFrom(...'最好赌博微信保证'), minLength: 2, maxLength: 4 })
  const list = fc.uniqueArray(fc.oneof(han, fc.constantFrom('best', 'shit')), { minLength: 1, maxLength: 8 })
  const kinds = fc.infiniteStream(fc.constantFrom<Entry['action']>('block', 'hint', 'review'))
  const part = fc.oneof(
    fc.constantFrom('最', '好', '醉', '号', '赌', '博', '微', '信', '薇', '芯', '宝', '正', '證', '的'),
    fc.constantFrom('zui', 'hao', 'du', 'bo', 'wei', 'xin', 'b3st', 'sh!t', 'best', 'V信', '❤️', 'zui4'),
    fc.constantFrom(' ', '·', '\u200b', '。', '，', '*', '1', '\u0301', 'x'),
  )
  const text = fc.array(part, { maxLength: 24 }).map(parts => parts.join(''))
  const entriesOf = (given: readonly string[], stream: Iterator<Entry['action']>) =>
    given.map((word): Entry => ({ word, action: stream.next().value ?? 'block' }))

  test('what is certain is the same with and without', () => {
    fc.assert(
      fc.property(list, han, kinds, text, (given, allowed, stream, said) => {
        fc.pre(!given.includes(allowed))
        const entries = entriesOf(given, stream)
        const certain = (how: Parameters<typeof filterOf>[1]) =>
          filterOf(entries, how)
            .find(said)
            .filter(({ doubt }) => doubt === null)
        expect(certain({ allowed: [allowed], sounds })).toEqual(certain({ allowed: [allowed] }))
      }),
      { numRuns: 1000 },
    )
  })

  test('what is found by its sound is for review, and a range that reads as the word does', () => {
    const spoken = (signs: string) =>
      [...signs.normalize('NFKD').toLowerCase()].flatMap(sign => {
        if (/[a-z]/.test(sign)) return [sign]
        return /\p{Script=Han}/u.test(sign) ? [...(sounds.ofWord(sign)?.[0]?.syllable ?? '')] : []
      })
    fc.assert(
      fc.property(list, text, (given, said) => {
        let last = 0
        for (const hit of filterOf(given, { sounds }).find(said)) {
          expect(hit.from).toBeGreaterThanOrEqual(last)
          last = hit.to
          if (hit.doubt !== 'sound') continue
          expect(hit.action).toBe('review')
          expect(spoken(said.slice(hit.from, hit.to)).join('')).toBe(spoken(hit.word).join(''))
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('a word spelled in any mixture is found, exactly there', () => {
    const spellings: Record<string, readonly string[]> = {
      最: ['最', '醉', 'zui', 'Zuì', 'zui4'],
      好: ['好', 'hao', 'HAO', 'hǎo'],
      赌: ['赌', '賭', '睹', 'du', 'dǔ'],
      博: ['博', '帛', 'bo', 'bó'],
    }
    const ways = fc
      .constantFrom('最好', '赌博')
      .chain(word =>
        fc.tuple(
          fc.constant(word),
          fc.tuple(...[...word].map(sign => fc.constantFrom(...(spellings[sign] ?? [])))),
          fc.constantFrom('', ' ', '·', '\u200b', ' - '),
          fc.constantFrom('', '你', '你 ', '，'),
          fc.constantFrom('', '吗', ' ok', '！'),
        ),
      )
    fc.assert(
      fc.property(ways, ([word, signs, gap, before, after]) => {
        const written = signs.join(gap)
        const hits = filterOf(['最好', '赌博'], { sounds }).find(before + written + after)
        expect(hits).toMatchObject([{ word, from: before.length, to: before.length + written.length }])
      }),
      { numRuns: 500 },
    )
  })
})
