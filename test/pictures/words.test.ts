import './only-our-fonts.ts'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import { describe, expect, test } from 'vitest'
import { paint } from '../../src/pictures/draw.ts'
import { type Drawing, drawingSchema } from '../../src/pictures/drawing.ts'
import { fontOf, graphemesOf } from '../../src/pictures/kit/text.ts'
import { differing, type Pixels, pixelsOf } from './pixels.ts'
import { samples } from './samples.ts'

type Path = readonly (string | number)[]

/** Where in a drawing its words stand. */
function wordsIn(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value === 'string') return [at]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (isShown(key) ? wordsIn(inner, [...at, key]) : []))
}

/** An axis leaves out what has no room, and its words are those of numbers. */
function isShown(key: string): boolean {
  return !['kind', 'drawn', 'axis', 'days', 'points', 'empty'].includes(key)
}

function without(drawing: Drawing, path: Path): Drawing {
  const copy: unknown = structuredClone(drawing)
  let parent = copy
  for (const key of path.slice(0, -1)) parent = Object(parent)[key]
  Object(parent)[path.at(-1) ?? ''] = ' '
  return drawingSchema.parse(copy)
}

const short = Object.entries(samples).filter(([name]) => name !== 'board-200')

describe('every word that is to be shown is seen', () => {
  test.each(short)('%s', async (_, drawing) => {
    const shown = async (it: Drawing) => (await paint(it, 'light')).data()
    const whole = await shown(drawing)
    const paths = wordsIn(drawing)
    expect(paths.length).toBeGreaterThan(2)
    const unseen: Path[] = []
    for (const path of paths) if ((await shown(without(drawing, path))).equals(whole)) unseen.push(path)
    expect(unseen).toEqual([])
  })
})

const side = 60

/** A character in the bold or plain letters of the pictures. */
function glyph(text: string, bold: boolean): Pixels {
  const ctx = createCanvas(2 * side, side).getContext('2d')
  ctx.fillStyle = '#fff'
  ctx.fillRect(0, 0, 2 * side, side)
  ctx.fillStyle = '#000'
  ctx.font = fontOf({ size: 40, bold })
  ctx.fillText(text, 6, 44)
  return pixelsOf(ctx.canvas)
}

const inSamples = Object.values(samples).flatMap(drawing => graphemesOf(JSON.stringify(drawing)))
const inNames = graphemesOf(
  '龑䶮𠮷𬎆囍喆垚犇淼靐龘璟彧祎翀彣昇張臺灣藝 Ünø Łukasz Zoë Đặng Ñandú 👩‍👧🇨🇳😀🏆🦁☺️👍🏽▲▼–✓…',
)
const characters = [...new Set([...inSamples, ...inNames])].filter(it => it.trim() !== '')

describe('the fonts that come with us', () => {
  test('are all there is, here', () => {
    const names = GlobalFonts.families.map(({ family }) => family)
    expect(names.filter(name => !name.startsWith('Noto')).toSorted()).toEqual([
      'Bellwether Emoji',
      'Bellwether Han',
      'Bellwether Sans',
    ])
  })

  test.each([false, true])('have every character of our names and words (bold: %s)', bold => {
    // Nobody has a glyph for this one: a box. 𡋀 is as rare, so what is missing is seen to be.
    const missing = glyph('\u{10fffd}', bold)
    const blank = glyph('', bold)
    expect(differing(missing, blank)).toBeGreaterThan(20)
    expect(differing(glyph('𡋀', bold), missing)).toBe(0)
    const wanting = characters.filter(it => {
      const drawn = glyph(it, bold)
      return differing(drawn, missing) === 0 || differing(drawn, blank) < 5
    })
    expect(wanting).toEqual([])
  })
})
