import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { mostWords } from '../../src/filter/limits.ts'
import { readList } from '../../src/filter/read-list.ts'
import { actions } from '../../src/filter/word-list.ts'

const text = (content: string) => strToU8(content)
const read = (name: string, content: string) => readList(name, text(content), 'hint')

async function sheet(rows: readonly (readonly (string | number | null)[])[]): Promise<Uint8Array> {
  const data = rows.map(row =>
    row.map(value => {
      if (value === null) return null
      return typeof value === 'number' ? { value, type: Number } : { value, type: String }
    }),
  )
  return new Uint8Array(await writeExcelFile([{ sheet: '词表', data }]).toBuffer())
}

test('a text has one word a line, and remarks', async () => {
  const list = await read('词.txt', '\uFEFF# 广告\r\n赌博\r\n\r\n  make money  \n#第一\n第一')
  expect(list).toEqual({
    entries: ['赌博', 'make money', '第一'].map(word => ({ word, action: 'hint' })),
    allowed: [],
    faults: [],
    merged: 0,
  })
})

test('a text that Windows calls Unicode is read, and one in another coding is refused', async () => {
  const utf16 = Buffer.from('\uFEFF赌博\r\n第一', 'utf16le')
  expect((await readList('a.txt', utf16, 'block')).entries.map(({ word }) => word)).toEqual(['赌博', '第一'])
  const gbk = Uint8Array.of(0xb6, 0xc4, 0xb2, 0xa9)
  expect((await readList('a.txt', gbk, 'block')).faults).toMatchObject([{ code: 'not-utf8', line: null }])
})

describe('a table', () => {
  test('has a word, an action and a suggestion, in both languages', async () => {
    const list = await read(
      'a.csv',
      '赌博,拦截\n"第一","提示","我们做得很好, ""真的"""\nvpn,MASK,\n包过,review\n博弈,放行\n保证',
    )
    expect(list.entries).toEqual([
      { word: '赌博', action: 'block' },
      { word: '第一', action: 'hint', suggestion: '我们做得很好, "真的"' },
      { word: 'vpn', action: 'mask' },
      { word: '包过', action: 'review' },
      { word: '保证', action: 'hint' },
    ])
    expect(list).toMatchObject({ allowed: ['博弈'], faults: [], merged: 0 })
  })

  test('may have a header in any order, and other commas', async () => {
    const wanted = [{ word: '赌博', action: 'block', suggestion: '娱乐' }]
    expect((await read('a.csv', '建议,词,处理\n娱乐,赌博,拦截')).entries).toEqual(wanted)
    expect((await read('a.CSV', '\uFEFFWord;Action;Suggestion\n赌博;block;娱乐')).entries).toEqual(wanted)
    expect((await read('a.csv', '赌博，拦截，娱乐')).entries).toEqual(wanted)
    expect((await read('a.csv', '赌博\t拦截\t娱乐')).entries).toEqual(wanted)
  })

  test('says every line that is amiss, and the rest is read', async () => {
    const lines = [
      '赌博,拦截',
      '博,拦截',
      '★,拦截',
      '第一,消灭',
      ',提示',
      `长,`,
      '字'.repeat(65),
      `保证,提示,${'好'.repeat(501)}`,
    ]
    const list = await read('a.csv', lines.join('\n'))
    expect(list.entries).toEqual([{ word: '赌博', action: 'block' }])
    expect(list.faults.map(({ code, line }) => [line, code])).toEqual([
      [2, 'too-short'],
      [3, 'no-letters'],
      [4, 'unknown-action'],
      [5, 'no-word'],
      [6, 'too-short'],
      [7, 'too-long'],
      [8, 'suggestion-too-long'],
    ])
    for (const { words } of list.faults)
      expect([/\p{Script=Han}/u.test(words.zh), /^[ -~]+$/.test(words.en)]).toEqual([true, true])
  })

  test('whose quotes do not close is refused with the line', async () => {
    expect((await read('a.csv', '赌博\n"第一')).faults).toMatchObject([{ code: 'open-quote', line: 2 }])
    expect((await read('a.csv', '赌博\n"第一"x')).faults).toMatchObject([{ code: 'text-after-quote', line: 2 }])
  })
})

describe('a workbook', () => {
  test('is read like a table, with numbers as they are', async () => {
    const bytes = await sheet([
      ['词', '处理', '建议'],
      ['赌博', '拦截', null],
      [null, null, null],
      [110, 'mask', '报警'],
      ['x', null, null],
    ])
    expect(await readList('a.xlsx', bytes, 'hint')).toMatchObject({
      entries: [
        { word: '赌博', action: 'block' },
        { word: '110', action: 'mask', suggestion: '报警' },
      ],
      faults: [{ code: 'too-short', line: 5 }],
    })
  })

  test('that is damaged, old or none is refused', async () => {
    const bytes = await sheet([['赌博']])
    const codeOf = async (given: Uint8Array) => (await readList('a.xlsx', given, 'hint')).faults.map(({ code }) => code)
    expect(await codeOf(bytes.subarray(0, bytes.length / 2))).toEqual(['unreadable-excel'])
    expect(await codeOf(text('词,处理'))).toEqual(['unreadable-excel'])
    expect(await codeOf(new Uint8Array())).toEqual(['unreadable-excel'])
    expect(await codeOf(zipSync({ 'a.txt': text('x') }))).toEqual(['unreadable-excel'])
    expect(await codeOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1))).toEqual(['old-excel'])
  })

  test('that swells is refused before it is read', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(30 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect((await readList('a.xlsx', bomb, 'hint')).faults).toMatchObject([{ code: 'swollen-excel' }])
    const many = zipSync(Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`xl/${at}.xml`, text('x')])))
    expect((await readList('a.xlsx', many, 'hint')).faults).toMatchObject([{ code: 'swollen-excel' }])
  })

  test('that swells and says that it does not is refused, too', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(30 * 1024 * 1024) })
    const view = new DataView(bomb.buffer, bomb.byteOffset)
    view.setUint32(22, 10, true)
    const central = Buffer.from(bomb.buffer, bomb.byteOffset, bomb.length).indexOf('PK\u0001\u0002', 0, 'latin1')
    view.setUint32(central + 24, 10, true)
    expect((await readList('a.xlsx', bomb, 'hint')).faults).toMatchObject([{ code: 'swollen-excel' }])
  })
})

test('a word in several lines is one, with the sternest action', async () => {
  const list = await read('a.csv', '赌博,提示,娱乐\n賭·博,拦截\n赌博,复核,别的\n博弈,放行\n博弈,放行')
  expect(list).toMatchObject({
    entries: [{ word: '赌博', action: 'block', suggestion: '娱乐' }],
    allowed: ['博弈'],
    merged: 3,
  })
})

test('a word that is both listed and allowed is said', async () => {
  const list = await read('a.csv', '第一,拦截\n第ー,放行')
  expect(list.faults).toMatchObject([{ code: 'listed-and-allowed', line: 2 }])
})

describe('too much', () => {
  const words = (count: number) => Array.from({ length: count }, (_, at) => `词${at}`).join('\n')

  test(`${mostWords} words are read, and one more is refused as a whole`, async () => {
    expect((await read('a.txt', words(mostWords))).entries).toHaveLength(mostWords)
    expect(await read('a.txt', words(mostWords + 1))).toMatchObject({ entries: [], faults: [{ code: 'too-many' }] })
  })

  test('a million words are refused', async () => {
    const faults = async (content: string) => (await read('a.txt', content)).faults.map(({ code }) => code)
    expect(await faults(words(1_000_000))).toEqual(['too-large'])
    expect(await faults(words(700_000))).toEqual(['too-many'])
  })

  test('of many faults the first are shown', async () => {
    const { faults } = await read('a.txt', '★\n'.repeat(5000))
    expect(faults).toHaveLength(101)
    expect(faults.at(-1)).toMatchObject({ code: 'more-faults' })
  })
})

test('an empty file, or another kind, is said', async () => {
  expect((await read('a.txt', '# nothing\n')).faults).toMatchObject([{ code: 'no-words' }])
  expect((await read('a.csv', '词,处理\n')).faults).toMatchObject([{ code: 'no-words' }])
  expect((await read('a.pdf', '赌博')).faults).toMatchObject([{ code: 'unknown-kind' }])
  expect((await read('words', '赌博')).faults).toMatchObject([{ code: 'unknown-kind' }])
})

test('whatever is in a file, each line is a word or a fault, and nothing is thrown', async () => {
  const content = fc.string({ unit: fc.constantFrom(...'赌博a,;"\n\t#★，', '拦截', '\r\n', '\0'), maxLength: 80 })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('a.txt', 'a.csv'), content, async (name, given) => {
      const { entries, allowed, faults } = await read(name, given)
      expect(entries.length + allowed.length + faults.length).toBeGreaterThan(0)
      for (const { action } of entries) expect(actions).toContain(action)
    }),
    { numRuns: 500 },
  )
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async bytes => {
      for (const name of ['a.txt', 'a.csv', 'a.xlsx']) await readList(name, bytes, 'hint')
    }),
  )
})
