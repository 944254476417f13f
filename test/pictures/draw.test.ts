import './only-our-fonts.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draw, measure, paint } from '../../src/pictures/draw.ts'
import type { Drawing, DrawingOf } from '../../src/pictures/drawing.ts'
import { drawingSchema } from '../../src/pictures/drawing.ts'
import { typeOf } from '../../src/pictures/drawn.ts'
import { samples } from './samples.ts'

/** What WeCom takes. */
const heaviest = 2 * 1024 * 1024

describe('a drawing', () => {
  test.each(Object.entries(samples))('%s is light enough to be sent, and the same each time', async (_, drawing) => {
    for (const theme of ['light', 'dark'] as const) {
      const manner = { theme, type: typeOf(drawing) }
      const [once, again] = [await draw(drawing, manner), await draw(drawingSchema.parse(drawing), manner)]
      expect(once.bytes.byteLength).toBeLessThan(heaviest)
      expect(Buffer.compare(Buffer.from(once.bytes), Buffer.from(again.bytes))).toBe(0)
    }
  })

  test('is a PNG where it is wanted, by its first bytes too', async () => {
    const drawing = samples['stats'] as Drawing
    const png = await draw(drawing, { theme: 'light', type: 'image/png' })
    expect(png).toMatchObject({ filename: 'stats.png', type: 'image/png' })
    expect([...png.bytes.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
    const jpeg = await draw(drawing, { theme: 'light', type: 'image/jpeg' })
    expect(jpeg.filename).toBe('stats.jpg')
    expect([...jpeg.bytes.slice(0, 3)]).toEqual([0xff, 0xd8, 0xff])
  })

  test('of two hundred is no longer than of thirty', async () => {
    const many = samples['board-200'] as DrawingOf<'board'>
    const thirty = { ...many, rows: many.rows.slice(0, 30) }
    expect((await measure(many)).height - (await measure(thirty)).height).toBeLessThan(80)
  })

  test('takes whatever people are called and whatever numbers come, and is as large as was foretold', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 })
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(0, -5, 1e15, 1.5e-323, -1.7e308),
    )
    const row = fc.record({ rank: fc.integer({ min: 1, max: 5 }), name: text, value: text, length: number })
    const drawings: fc.Arbitrary<Drawing> = fc.oneof(
      fc.record({ kind: fc.constant('board'), title: text, rows: fc.array(row, { maxLength: 8 }), foot: text }),
      fc.record({ kind: fc.constant('bell'), title: text, name: text, verb: text, customer: text, amount: text }),
      fc.record({ kind: fc.constant('certificate'), title: text, name: text, award: text, from: text, date: text }),
      fc.record({ kind: fc.constant('progress'), title: text, done: number, percent: text, words: text, prize: text }),
      fc.record({
        ...{ kind: fc.constant('cheer'), title: text, words: text, foot: text },
        people: fc.array(fc.record({ name: text, note: text }), { maxLength: 12 }),
        tags: fc.array(text, { maxLength: 8 }),
      }),
      fc.record({
        kind: fc.constant('month'),
        ...{ title: text, name: text, drawn: fc.constantFrom('bars', 'line') },
        days: fc.array(fc.record({ label: text, value: fc.option(number) }), { maxLength: 40 }),
        axis: fc.constant({ lang: 'en' }),
      }),
    )
    const property = fc.asyncProperty(drawings, async drawing => {
      const { width, height } = await paint(drawing, 'dark')
      expect({ width, height }).toEqual(await measure(drawing))
      expect(width).toBeGreaterThan(800)
      expect(height).toBeLessThan(5_000)
    })
    await fc.assert(property, { numRuns: 120 })
  })
})
