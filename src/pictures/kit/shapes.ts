import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Blend } from './look.ts'
import type { Part, Pen } from './page.ts'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export function fillRound(ctx: SKRSContext2D, { x, y, width, height }: Box, radius: number | number[]): void {
  ctx.beginPath()
  ctx.roundRect(x, y, width, height, radius)
  ctx.fill()
}

export function fillCircle(ctx: SKRSContext2D, x: number, y: number, radius: number): void {
  ctx.beginPath()
  ctx.arc(x, y, radius, 0, 2 * Math.PI)
  ctx.fill()
}

export function across(ctx: SKRSContext2D, { x, width }: Pick<Box, 'x' | 'width'>, [from, to]: Blend) {
  const blend = ctx.createLinearGradient(x, 0, x + width, 0)
  blend.addColorStop(0, from)
  blend.addColorStop(1, to)
  return blend
}

export function downwards(ctx: SKRSContext2D, { y, height }: Pick<Box, 'y' | 'height'>, [from, to]: Blend) {
  const blend = ctx.createLinearGradient(0, y, 0, y + height)
  blend.addColorStop(0, from)
  blend.addColorStop(1, to)
  return blend
}

/** A bar with round ends in its track; anything above 0 is seen. */
export function drawBar({ ctx, look }: Pen, box: Box, part: number): void {
  const radius = box.height / 2
  ctx.fillStyle = look.track
  fillRound(ctx, box, radius)
  if (!(part > 0)) return
  ctx.fillStyle = across(ctx, box, look.bar)
  fillRound(ctx, { ...box, width: Math.max(box.height, box.width * Math.min(1, part)) }, radius)
}

/** The part on a raised sheet of the page's inner width. */
export function card(part: Part, { x, width }: Pick<Box, 'x' | 'width'>): Part {
  return {
    height: part.height,
    paint(pen, top) {
      const { ctx, look } = pen
      ctx.fillStyle = look.surface
      ctx.strokeStyle = look.line
      ctx.lineWidth = 1.5
      ctx.beginPath()
      ctx.roundRect(x, top, width, part.height, 22)
      ctx.fill()
      ctx.stroke()
      part.paint(pen, top)
    },
  }
}
