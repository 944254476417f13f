import { describe, expect, it } from 'vitest'
import type { Workbook } from '../../src/sheets/workbook.ts'
import { filesOf, keepFile, keepWorkbook } from '../../src/store/files.ts'
import { picturesOf } from '../../src/store/pictures.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { openXlsx } from '../sheets/open-xlsx.ts'
import { eachDatabase } from './fixture.ts'

const now = new Date('2026-11-23T01:00:00Z')
const week: Workbook = { sheets: [{ name: '明细', columns: [{ label: '成员' }], rows: [['李娜'], ['=1+1']] }] }

describe.each(eachDatabase)('files on $name', ({ open }) => {
  it('hold what is in a workbook, which is written when it is first asked for and never again', async context => {
    await using database = await open(context)
    const { store } = database
    const files = filesOf(store, picturesOf(store))
    const ref = await inTransaction(store, tx => keepWorkbook(tx, week, '第47周', now))
    const before = await store.prisma.file.findUniqueOrThrow({ where: { ref } })
    expect(before).toMatchObject({ bytes: null, filename: '第47周.xlsx' })
    const [first, again] = [await files(ref), await files(ref)]
    expect(first && openXlsx(first.bytes)[0]?.rows).toEqual([['成员'], ['李娜'], ['=1+1']])
    expect([...(again?.bytes ?? [])]).toEqual([...(first?.bytes ?? [0])])
    expect(await store.prisma.file.findUniqueOrThrow({ where: { ref } })).toMatchObject({ workbook: null })
  })

  it('are kept once for all who say the same, in whatever order its parts were named', async context => {
    await using database = await open(context)
    const { store } = database
    const keep = (workbook: Workbook, name = '周') => inTransaction(store, tx => keepWorkbook(tx, workbook, name, now))
    const [sheet] = week.sheets
    if (sheet === undefined) throw new Error('a workbook has a sheet')
    const { name, columns, rows } = sheet
    const same = await Promise.all([keep(week), keep({ sheets: [{ rows, columns, name }] }), keep(week)])
    expect(new Set(same).size).toBe(1)
    const others = [await keep(week, '月'), await keep({ sheets: [{ ...sheet, name: '另一张' }] })]
    expect(new Set([...same, ...others]).size).toBe(3)
    expect(await store.prisma.file.count()).toBe(3)
    // Once it is written it is still the same file.
    await filesOf(store, picturesOf(store))(same[0])
    expect(await keep(week)).toBe(same[0])
  })

  it('come back byte by byte where they were ready, and one that is not kept is null', async context => {
    await using database = await open(context)
    const { store } = database
    const bytes = Uint8Array.from({ length: 300 }, (_, n) => n % 256)
    const file = { bytes, filename: '../a/\u202Eb.csv', type: 'text/csv' }
    const ref = await inTransaction(store, tx => keepFile(tx, file, now))
    const found = await filesOf(store, picturesOf(store))(ref)
    expect(found && { ...found, bytes: [...found.bytes] }).toEqual({
      bytes: [...bytes],
      filename: '.. a b.csv',
      type: 'text/csv',
    })
    expect(await filesOf(store, picturesOf(store))('0'.repeat(64))).toBeNull()
  })

  it('are not kept when what speaks of them is rolled back', async context => {
    await using database = await open(context)
    const { store } = database
    const failing = inTransaction(store, async tx => {
      await keepWorkbook(tx, week, '周', now)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await store.prisma.file.count()).toBe(0)
  })
})
