import { describe, expect, it } from 'vitest'
import type { Drawing } from '../../src/pictures/drawing.ts'
import type { Draw, Measure } from '../../src/pictures/studio.ts'
import { dropDrawn, keepDrawing, keepPicture, picturesOf, sizesOf } from '../../src/store/pictures.ts'
import type { Store } from '../../src/store/store.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { eachDatabase, quiet } from './fixture.ts'

const now = new Date('2026-11-23T01:00:00Z')
const chart = {
  bytes: Uint8Array.from({ length: 300 }, (_, n) => n % 256),
  filename: 'board.png',
  type: 'image/png',
} as const

/** Stands for the canvas: the bytes tell what was drawn and how. */
function drawerThatCounts() {
  const drawn: string[] = []
  const draw: Draw = async (drawing, { theme, type }) => {
    if (drawing.kind !== 'progress') throw new Error('only pools')
    drawn.push(`${drawing.title} ${theme}`)
    await new Promise(resolve => setTimeout(resolve, 20))
    return { bytes: Buffer.from(`${drawing.title} ${theme}`), filename: 'pool.jpg', type }
  }
  return { draw, drawn }
}

const pool: Drawing = { kind: 'progress', title: 'pool', done: 0.5, percent: '50%', words: '1 / 2' }
const shown = ({ prisma }: Store, draw: Draw = drawerThatCounts().draw) => picturesOf({ prisma }, { draw, log: quiet })
const textOf = (picture: { bytes: Uint8Array } | null) => picture && Buffer.from(picture.bytes).toString()

describe.each(eachDatabase)('pictures on $name', ({ open }) => {
  it('come back byte by byte, and one that is not kept is null', async context => {
    await using database = await open(context)
    const { store } = database
    const ref = await inTransaction(store, tx => keepPicture(tx, chart, now))
    const found = await shown(store)(ref)
    expect(found && { ...found, bytes: [...found.bytes] }).toEqual({ ...chart, bytes: [...chart.bytes] })
    expect(await shown(store)('0'.repeat(64))).toBeNull()
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

describe.each(eachDatabase)('drawings on $name', ({ open }) => {
  const keep = (store: Store, drawing: Drawing) => inTransaction(store, tx => keepDrawing(tx, drawing, now))

  it('have one name for what is equal, whatever the order of its parts', async context => {
    await using database = await open(context)
    const { store } = database
    const turned = Object.fromEntries(Object.entries(pool).toReversed()) as Drawing
    expect(await keep(store, turned)).toBe(await keep(store, pool))
    expect(await keep(store, { ...pool, title: 'other' })).not.toBe(await keep(store, pool))
    expect(await store.prisma.picture.findMany({ where: { bytes: { not: null } } })).toEqual([])
  })

  it('are kept as PNG where that is asked for, under a name of its own', async context => {
    await using database = await open(context)
    const { store } = database
    const png = await inTransaction(store, tx => keepDrawing(tx, pool, now, 'image/png'))
    expect(png).not.toBe(await keep(store, pool))
    expect(await shown(store)(png)).toMatchObject({ type: 'image/png' })
    const where = { ref: png }
    expect(await store.prisma.picture.findUnique({ where })).toMatchObject({ filename: 'progress.png' })
  })

  it('are drawn when first needed, once however many need them, and each theme apart', async context => {
    await using database = await open(context)
    const { store } = database
    const { draw, drawn } = drawerThatCounts()
    const pictures = shown(store, draw)
    const ref = await keep(store, pool)
    const several = await Promise.all([pictures(ref), pictures(ref), pictures(ref, 'dark'), pictures(ref)])
    expect(several.map(textOf)).toEqual(['pool light', 'pool light', 'pool dark', 'pool light'])
    expect(textOf(await shown(store, draw)(ref))).toBe('pool light')
    expect(textOf(await shown(store, draw)(ref, 'dark'))).toBe('pool dark')
    expect(drawn.toSorted()).toEqual(['pool dark', 'pool light'])
  })

  it('that fail are not shown, and are tried again when they are needed again', async context => {
    await using database = await open(context)
    const { store } = database
    const ref = await keep(store, pool)
    const failing: Draw = async () => {
      throw new Error('no ink')
    }
    expect(await shown(store, failing)(ref)).toBeNull()
    expect(textOf(await shown(store)(ref))).toBe('pool light')
  })

  it('of a shape that is not known any more are not shown', async context => {
    await using database = await open(context)
    const { store } = database
    const ref = await keep(store, pool)
    await store.prisma.picture.update({ where: { ref }, data: { drawing: { kind: 'cave painting' } } })
    expect(await shown(store)(ref)).toBeNull()
  })

  it('are measured once, before they are drawn; what cannot be measured, or is only its bytes, has no size', async context => {
    await using database = await open(context)
    const { store } = database
    const [ref, odd] = [await keep(store, pool), await keep(store, { ...pool, title: 'cave painting' })]
    const bytes = await inTransaction(store, tx => keepPicture(tx, chart, now))
    const measured: string[] = []
    const measure: Measure = async drawing => {
      if (drawing.kind !== 'progress' || drawing.title !== 'pool') throw new Error('no ruler')
      measured.push(drawing.title)
      return { width: 1440, height: 900 }
    }
    const all = [ref, odd, bytes, '0'.repeat(64)]
    for (const sizes of [sizesOf(store, { measure, log: quiet }), sizesOf(store, { measure, log: quiet })])
      expect([...(await sizes(all))]).toEqual([[ref, { width: 1440, height: 900 }]])
    expect(measured).toEqual(['pool'])
    expect(await store.prisma.picture.findUnique({ where: { ref }, select: { bytes: true } })).toEqual({ bytes: null })
  })

  it('lose old bytes and are drawn anew; pictures that are only bytes stay', async context => {
    await using database = await open(context)
    const { store } = database
    const { draw, drawn } = drawerThatCounts()
    const pictures = shown(store, draw)
    const [ref, kept] = [await keep(store, pool), await inTransaction(store, tx => keepPicture(tx, chart, now))]
    await pictures(ref)
    await dropDrawn(store, new Date(0))
    expect(drawn).toHaveLength(1)
    await dropDrawn(store, new Date(Date.now() + 60_000))
    expect(await store.prisma.picture.findMany({ where: { bytes: { not: null } }, select: { ref: true } })).toEqual([
      { ref: kept },
    ])
    expect(textOf(await pictures(ref))).toBe('pool light')
    expect(drawn).toHaveLength(2)
    expect(await pictures(kept, 'dark')).toEqual(await pictures(kept))
  })
})
