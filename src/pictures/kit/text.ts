import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { fontFamily } from './fonts.ts'

export interface Type {
  readonly size: number
  readonly bold?: boolean
}

export function fontOf({ size, bold = false }: Type): string {
  return `${bold ? 700 : 400} ${size}px ${fontFamily}`
}

const measuring = createCanvas(1, 1).getContext('2d')

export function widthOf(text: string, type: Type): number {
  measuring.font = fontOf(type)
  return measuring.measureText(text).width
}

/** More than anything here has room for, and little enough to be measured quickly. */
const mostGraphemes = 400

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })
const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** Without what would turn the line around, break it, or pile up above it. */
function tidied(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .trim()
}

export function graphemesOf(text: string): readonly string[] {
  return Array.from(graphemes.segment(tidied(text)), ({ segment }) => segment)
}

/** As much of the text as there is room for, with an ellipsis if that is not all; no character is cut in two. */
export function fitted(text: string, type: Type, room: number): string {
  const whole = tidied(text)
  if (whole.length <= mostGraphemes && widthOf(whole, type) <= room) return whole
  const parts = graphemesOf(whole).slice(0, mostGraphemes)
  const cut = (length: number) => `${parts.slice(0, length).join('').trimEnd()}…`
  let [fits, tooLong] = [0, parts.length]
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1
    if (widthOf(cut(middle), type) <= room) fits = middle
    else tooLong = middle
  }
  return cut(fits)
}

/** The type in which the text fits, made smaller if need be, but not below `least`. */
export function shrunk(text: string, type: Type, room: number, least: number): Type {
  const width = widthOf(tidied(text).slice(0, mostGraphemes), type)
  return width <= room ? type : { ...type, size: Math.max(least, Math.floor((type.size * room) / width)) }
}

/** In lines of at most this width, broken between words; what does not go into so many lines is cut. */
export function wrapped(text: string, type: Type, room: number, mostLines: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const part of breakable(tidied(text).slice(0, mostGraphemes * mostLines), type, room)) {
    if (line === '' || widthOf((line + part).trimEnd(), type) <= room) line += part
    else {
      lines.push(line.trim())
      line = part
    }
  }
  if (line.trim() !== '') lines.push(line.trim())
  if (lines.length <= mostLines) return lines
  return [...lines.slice(0, mostLines - 1), fitted(lines.slice(mostLines - 1).join(' '), type, room)]
}

/** Words with the marks that follow them; one that is wider than a line falls into its characters. */
function breakable(text: string, type: Type, room: number): readonly string[] {
  const parts: string[] = []
  for (const { segment, isWordLike } of words.segment(text)) {
    const last = parts.length - 1
    if (!isWordLike && last >= 0 && !/[（([{“‘《「【]/u.test(segment)) parts[last] += segment
    else if (last >= 0 && /[（([{“‘《「【]$/u.test(parts[last] ?? '')) parts[last] += segment
    else parts.push(segment)
  }
  return parts.flatMap(part => (widthOf(part.trimEnd(), type) <= room ? [part] : graphemesWithSpace(part)))
}

function graphemesWithSpace(text: string): readonly string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment)
}

export interface Written {
  readonly type: Type
  readonly color: string
  readonly x: number
  /** The middle of the line, by the height of its digits and Han characters. */
  readonly y: number
  readonly align?: 'left' | 'center' | 'right'
  /** The text is cut to this width. */
  readonly room?: number
}

export function write(ctx: SKRSContext2D, text: string, { type, color, x, y, align = 'left', room }: Written): void {
  ctx.font = fontOf(type)
  ctx.fillStyle = color
  ctx.textAlign = align
  ctx.textBaseline = 'alphabetic'
  ctx.fillText(fitted(text, type, room ?? Number.POSITIVE_INFINITY), x, y + type.size * 0.37)
}
