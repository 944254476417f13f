import { describe, expect, it } from 'vitest'
import { keepPicture, picturesOf } from '../../src/store/pictures.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { eachDatabase } from './fixture.ts'

const now = new Date('2026-11-23T01:00:00Z')
const chart = {
  bytes: Uint8Array.from({ length: 300 }, (_, n) => n % 256),
  filename: 'board.png',
  type: 'image/png',
} as const

describe.each(eachDatabase)('pictures on $name', ({ open }) => {
  it('come back byte by byte, and one that is not kept is null', async context => {
    await using database = await open(context)
    const { store } = database
    const ref = await inTransaction(store, tx => keepPicture(tx, chart, now))
    const found = await picturesOf(store)(ref)
    expect(found && { ...found, bytes: [...found.bytes] }).toEqual({ ...chart, bytes: [...chart.bytes] })
    expect(await picturesOf(store)('0'.repeat(64))).toBeNull()
  })

  it('are kept once however often, and another picture under another name', async context => {
    await using database = await open(context)
    const { store } = database
    const keep = (picture: Parameters<typeof keepPicture>[1]) =>
      inTransaction(store, tx => keepPicture(tx, picture, now))
    const refs = await Promise.all([keep(chart), keep(chart), keep(chart)])
    expect(new Set(refs).size).toBe(1)
    const others = [
      { ...chart, filename: 'week.png' },
      { ...chart, bytes: chart.bytes.slice(1) },
    ]
    const rest = [await keep(others[0] ?? chart), await keep(others[1] ?? chart)]
    expect(new Set([...refs, ...rest]).size).toBe(3)
    expect(await store.prisma.picture.count()).toBe(3)
  })

  it('are not kept when what speaks of them is rolled back', async context => {
    await using database = await open(context)
    const { store } = database
    const failing = inTransaction(store, async tx => {
      await keepPicture(tx, chart, now)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await store.prisma.picture.count()).toBe(0)
  })
})
