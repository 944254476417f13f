import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import type { Size, Theme } from '../drawn.ts'
import { type Look, lookOf } from './look.ts'

/** All lengths are in these units, of which a page is so many wide; a phone shows about half a point for each. */
export const pageWidth = 720
export const margin = 40
export const innerWidth = pageWidth - 2 * margin

export interface Pen {
  readonly ctx: SKRSContext2D
  readonly look: Look
  readonly theme: Theme
  /** Pixels of a unit. */
  readonly scale: number
}

/** Something that knows how high it is before it is painted. */
export interface Part {
  readonly height: number
  paint(pen: Pen, top: number): void
}

export const space = (height: number): Part => ({ height, paint: () => {} })

/** One below the other. */
export function stack(...parts: readonly (Part | null)[]): Part {
  const present = parts.filter(part => part !== null)
  return {
    height: present.reduce((sum, { height }) => sum + height, 0),
    paint(pen, top) {
      let y = top
      for (const part of present) {
        part.paint(pen, y)
        y += part.height
      }
    },
  }
}

/** Sharp on every phone, yet what is very long stays small enough to be sent. */
function scaleFor(height: number): number {
  return height > 2_000 ? 1.25 : 2
}

export function sizeOf({ height }: Pick<Part, 'height'>, width = pageWidth): Size {
  const scale = scaleFor(height)
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}

/** Paints a page of the theme's ground. */
export function paintPage(part: Part, theme: Theme, width = pageWidth): Canvas {
  const scale = scaleFor(part.height)
  const size = sizeOf(part, width)
  const canvas = createCanvas(size.width, size.height)
  const ctx = canvas.getContext('2d')
  const look = lookOf(theme)
  ctx.scale(scale, scale)
  ctx.fillStyle = look.ground
  ctx.fillRect(0, 0, width, part.height)
  part.paint({ ctx, look, theme, scale }, 0)
  return canvas
}
