/**
 * Pictures as they were looked at and liked. `UPDATE_PICTURES=1 vitest run test/pictures/golden.test.ts` makes them anew, to
 * be looked at again.
 */
import './only-our-fonts.ts'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { paint } from '../../src/pictures/draw.ts'
import type { Drawing } from '../../src/pictures/drawing.ts'
import type { Theme } from '../../src/pictures/drawn.ts'
import { averageOf, differing, pixelsIn, pixelsOf, reduced } from './pixels.ts'
import { samples } from './samples.ts'

const folder = path.join(import.meta.dirname, '../golden/pictures')
const all = Object.keys(samples).flatMap(name => (['light', 'dark'] as const).map(theme => ({ name, theme })))

const fileOf = (name: string, theme: Theme) => path.join(folder, `${name}-${theme}.jpg`)

/** Pixels; a changed digit is more. */
const tolerated = 12

function sample(name: string): Drawing {
  const drawing = samples[name]
  if (drawing === undefined) throw new Error(`There is no sample ${name}`)
  return drawing
}

async function awayFromGolden(name: string, theme: Theme, drawing: Drawing) {
  const golden = await pixelsIn(readFileSync(fileOf(name, theme)))
  const drawn = pixelsOf(reduced(await paint(drawing, theme)))
  const tint = averageOf(drawn).map((color, at) => Math.abs(color - (averageOf(golden)[at] ?? 0)))
  return { pixels: differing(drawn, golden), tint: Math.max(...tint) }
}

if (process.env['UPDATE_PICTURES']) {
  for (const { name, theme } of all) {
    writeFileSync(fileOf(name, theme), await reduced(await paint(sample(name), theme)).encode('jpeg', 93))
  }
}

describe('pictures look as they did', () => {
  test.each(all)('$name, $theme', async ({ name, theme }) => {
    const { pixels, tint } = await awayFromGolden(name, theme, sample(name))
    expect(pixels).toBeLessThanOrEqual(tolerated)
    expect(tint).toBeLessThan(2)
  })

  test.each([
    ['a digit', 'board-week', (text: string) => text.replace('¥3,500', '¥8,500')],
    ['a stroke of a name', 'certificate', (text: string) => text.replace('龑䶮𠮷', '龑䶮吉')],
    ['a day’s value', 'month-bars', (text: string) => text.replace('"value":19', '"value":18')],
    ['an arrow', 'board-week', (text: string) => text.replace('▼3', '▲3')],
  ])('and would be seen to change by %s', async (_, name, change) => {
    const drawing: Drawing = JSON.parse(change(JSON.stringify(sample(name))))
    const { pixels } = await awayFromGolden(name, 'light', drawing)
    expect(pixels).toBeGreaterThan(tolerated)
  })

  test('and nothing is kept that is not looked at, nor more than a repository bears', () => {
    const files = readdirSync(folder)
    expect(files.toSorted()).toEqual(all.map(({ name, theme }) => `${name}-${theme}.jpg`).toSorted())
    const bytes = files.reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0)
    expect(bytes).toBeLessThan(1_500_000)
  })
})
