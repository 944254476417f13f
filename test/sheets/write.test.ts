import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { sheetNames } from '../../src/sheets/sheet-names.ts'
import type { Cell, Sheet } from '../../src/sheets/workbook.ts'
import { writeWorkbook } from '../../src/sheets/write.ts'
import { openXlsx } from './open-xlsx.ts'

const nothing = async () => null

const sheetOf = (rows: readonly (readonly Cell[])[], more: Partial<Sheet> = {}): Sheet => ({
  name: '明细',
  columns: [{ label: '成员' }, { label: '值' }],
  rows: rows.map(row => [...row]),
  ...more,
})

const open = async (...sheets: readonly Sheet[]) => openXlsx(await writeWorkbook({ sheets: [...sheets] }, nothing))

describe('a workbook', () => {
  it('has each cell as what it is, under a header that stays in sight', async () => {
    const [sheet] = await open(
      sheetOf([
        ['李娜', 25],
        ['王强', 0.5],
        ['赵敏', { date: '2026-11-20' }],
        ['钱多', { percent: 35 }],
        ['孙立', { money: 120_000.5, currency: 'CNY' }],
        ['周游', null],
      ]),
    )
    expect(sheet?.rows).toEqual([
      ['成员', '值'],
      ['李娜', { value: 25, format: '#,##0' }],
      ['王强', { value: 0.5, format: '#,##0.####' }],
      ['赵敏', { value: 46_346, format: 'yyyy-mm-dd' }],
      ['钱多', { value: 0.35, format: '0%' }],
      ['孙立', { value: 120_000.5, format: '"CNY" #,##0.00' }],
      ['周游'],
    ])
    expect(sheet?.name).toBe('明细')
    expect(sheet?.xml).toContain('<pane ySplit="1"')
  })

  it('keeps every text as the text that somebody wrote, whatever it looks like', async () => {
    const texts = [
      '=1+1',
      '=HYPERLINK("https://evil.example","x")',
      '+86 138',
      '-5',
      '@SUM(A1)',
      '0012',
      '1e5',
      '2026-11-20',
      'a <b> & "c" \u{1F600}龑𠮷',
      '第一行\n第二行',
    ]
    const [sheet] = await open(sheetOf(texts.map(text => [text])))
    expect(sheet?.rows.slice(1).map(([cell]) => cell)).toEqual(texts)
    expect(sheet?.xml).not.toContain('<f>')
  })

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('survives a text such as %s', async text => {
    const [sheet] = await open(sheetOf([[text, 1]]))
    expect(sheet?.rows[1]?.[0]).toBe(`${text} `)
  })

  it('leaves out signs that no file may hold, and cuts what no cell holds', async () => {
    const [sheet] = await open(sheetOf([['a\u0000b\u000bc'], ['长'.repeat(40_000)]]))
    expect(sheet?.rows[1]?.[0]).toBe('abc')
    expect(String(sheet?.rows[2]?.[0])).toHaveLength(32_767)
  })

  it('leaves a cell empty where there is no number', async () => {
    const [sheet] = await open(sheetOf([['李娜', Number.NaN]]))
    expect(sheet?.rows[1]).toEqual(['李娜'])
  })

  it('says its notes below the rows', async () => {
    const [sheet] = await open(sheetOf([['李娜', 1]], { notes: ['只列前 1 行'] }))
    expect(sheet?.rows.slice(2).flat()).toEqual(['只列前 1 行'])
  })

  it('shows pictures below them, and describes those that are not there', async () => {
    const png = new Uint8Array(30)
    png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    new DataView(png.buffer).setUint32(16, 1800)
    new DataView(png.buffer).setUint32(20, 900)
    const pictures = [
      { ref: 'board', alt: '榜单' },
      { ref: 'gone', alt: '没有了的图' },
    ]
    const bytes = await writeWorkbook({ sheets: [sheetOf([['李娜', 1]], { pictures })] }, async ref =>
      ref === 'board' ? { bytes: png, type: 'image/png' } : null,
    )
    const files = unzipSync(bytes)
    const media = Object.keys(files).filter(name => name.startsWith('xl/media/'))
    expect(media.map(name => [...(files[name] ?? [])])).toEqual([[...png]])
    const drawing = Object.keys(files).find(name => /drawings\/drawing1\.xml$/.test(name))
    // 760 pixels wide, half as high, on the row below the table.
    expect(strFromU8(files[drawing ?? ''] ?? new Uint8Array())).toMatch(/<xdr:row>3<.*cx="7239000" cy="3619500"/s)
    expect(openXlsx(bytes)[0]?.rows.flat()).toContain('没有了的图')
  })
})

describe('names of sheets', () => {
  it('are what Excel takes, and each is another one', () => {
    const names = sheetNames([
      '李/娜*',
      '李娜',
      '李娜',
      'Li',
      'LI',
      '',
      "'",
      '名'.repeat(40),
      '名'.repeat(40),
      '𠮷'.repeat(20),
    ])
    expect(names.slice(0, 7)).toEqual(['李 娜', '李娜', '李娜 (2)', 'Li', 'LI (2)', '–', '– (2)'])
    expect(new Set(names.map(name => name.toLowerCase())).size).toBe(names.length)
    for (const name of names) {
      expect(name.length).toBeLessThanOrEqual(31)
      expect(name.isWellFormed()).toBe(true)
    }
  })
})
