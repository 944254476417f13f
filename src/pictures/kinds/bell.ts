import type { SKRSContext2D } from '@napi-rs/canvas'
import type { DrawingOf } from '../drawing.ts'
import type { Theme } from '../drawn.ts'
import { drawFace } from '../kit/face.ts'
import { innerWidth, margin, type Part, type Pen, pageWidth, space, stack } from '../kit/page.ts'
import { downwards, fillCircle, fillRound } from '../kit/shapes.ts'
import { shrunk, type Type, widthOf, wrapped, write } from '../kit/text.ts'

type Bell = DrawingOf<'bell'>

/** Good news is red and gold by day and by night. */
const colors = {
  light: { sky: ['#d3322a', '#8e1512'], ray: '#ffffff0f', sheet: '#fffaf0' },
  dark: { sky: ['#8f1c18', '#3d0a09'], ray: '#ffffff0a', sheet: '#f6ead3' },
} as const satisfies Record<Theme, unknown>
const gold = '#ffd873'
const pale = '#ffe9c2'
const red = '#a51d17'
const brown = '#6a3b12'
const middle = pageWidth / 2

export function bell(drawing: Bell): Part {
  const inner = stack(
    space(34),
    heading(drawing.title),
    space(28),
    winner(drawing),
    space(24),
    deal(drawing),
    more(drawing.lines ?? []),
    closing(drawing.foot),
    space(34),
  )
  return {
    height: inner.height,
    paint(pen, top) {
      drawSky(pen, inner.height)
      scatter(pen.ctx, inner.height, drawing.name + drawing.customer)
      inner.paint(pen, top)
    },
  }
}

function heading(words: string): Part {
  return {
    height: 112,
    paint({ ctx }, top) {
      const lone = words.length <= 4
      const type = lone ? { size: 84, bold: true } : shrunk(words, { size: 58, bold: true }, innerWidth - 60, 36)
      const y = top + 58
      ctx.letterSpacing = lone ? '16px' : '2px'
      write(ctx, words, { type, color: gold, x: middle + (lone ? 8 : 1), y, align: 'center', room: innerWidth })
      const half = Math.min(innerWidth, widthOf(words, type) + words.length * (lone ? 16 : 2)) / 2
      ctx.letterSpacing = '0px'
      ctx.fillStyle = gold
      for (const side of [-1, 1]) {
        const from = middle + side * (half + 30)
        const to = middle + side * (innerWidth / 2)
        if (side * (to - from) < 30) continue
        ctx.fillRect(Math.min(from, to), y - 1.5, Math.abs(to - from), 3)
        fillCircle(ctx, from, y, 6)
      }
    },
  }
}

function winner(drawing: Bell): Part {
  return {
    height: 252,
    paint(pen, top) {
      const { ctx } = pen
      ctx.fillStyle = gold
      fillCircle(ctx, middle, top + 72, 72)
      drawFace(pen, drawing, middle, top + 72, 65)
      const center = { x: middle, align: 'center', room: innerWidth } as const
      write(ctx, drawing.name, {
        ...center,
        type: shrunk(drawing.name, { size: 40, bold: true }, innerWidth, 26),
        color: '#ffffff',
        y: top + 182,
      })
      write(ctx, drawing.verb, { ...center, type: { size: 27 }, color: pale, y: top + 230 })
    },
  }
}

/** Who signed, and for how much. */
function deal({ customer, amount }: Bell): Part {
  const type: Type = { size: 46, bold: true }
  const lines = wrapped(customer, type, innerWidth - 64, 2)
  const sum = shrunk(amount ?? '', { size: 78, bold: true }, innerWidth - 64, 36)
  const height = 30 + lines.length * 62 + (amount === undefined ? 0 : 104) + 26
  return {
    height,
    paint({ ctx, theme }, top) {
      ctx.fillStyle = colors[theme].sheet
      fillRound(ctx, { x: margin, y: top, width: innerWidth, height }, 26)
      const center = { x: middle, align: 'center', room: innerWidth - 64 } as const
      lines.forEach((line, at) => {
        write(ctx, line, { ...center, type, color: brown, y: top + 62 + at * 62 })
      })
      if (amount === undefined) return
      const y = top + 30 + lines.length * 62 + 54
      write(ctx, amount, { ...center, type: sum, color: red, y })
    },
  }
}

function more(all: readonly string[]): Part | null {
  const type: Type = { size: 29, bold: true }
  const lines = all.slice(0, 4).flatMap(line => wrapped(line, type, innerWidth, 2))
  if (lines.length === 0) return null
  const inner: Part = {
    height: lines.length * 44,
    paint({ ctx }, top) {
      lines.forEach((line, at) => {
        write(ctx, line, { type, color: gold, x: middle, y: top + 22 + at * 44, align: 'center' })
      })
    },
  }
  return stack(space(26), inner)
}

function closing(words: string | undefined): Part | null {
  if (words === undefined) return null
  const type: Type = { size: 22 }
  const lines = wrapped(words, type, innerWidth, 3)
  const inner: Part = {
    height: lines.length * 32,
    paint({ ctx }, top) {
      lines.forEach((line, at) => {
        write(ctx, line, { type, color: pale, x: middle, y: top + 16 + at * 32, align: 'center' })
      })
    },
  }
  return stack(space(20), inner)
}

function drawSky({ ctx, theme }: Pen, height: number): void {
  const { sky, ray } = colors[theme]
  ctx.fillStyle = downwards(ctx, { y: 0, height }, sky)
  ctx.fillRect(0, 0, pageWidth, height)
  ctx.fillStyle = ray
  const rays = 18
  for (let at = 0; at < rays; at++) {
    const angle = (at / rays) * 2 * Math.PI
    ctx.beginPath()
    ctx.moveTo(middle, 246)
    ctx.lineTo(middle + Math.cos(angle) * 1_600, 246 + Math.sin(angle) * 1_600)
    ctx.lineTo(middle + Math.cos(angle + Math.PI / rays) * 1_600, 246 + Math.sin(angle + Math.PI / rays) * 1_600)
    ctx.fill()
  }
}

/** Paper snow at the sides, always the same for the same news. */
function scatter(ctx: SKRSContext2D, height: number, seed: string): void {
  let state = 7
  for (const char of seed) state = (state * 33 + (char.codePointAt(0) ?? 0)) % 2_147_483_647
  const next = () => {
    state = (state * 48_271 + 11) % 2_147_483_647
    return state / 2_147_483_647
  }
  const papers = ['#ffd873', '#ffffff', '#ff9d6c', '#f4b73f', '#7fd6c2']
  for (let at = 0; at < 54; at++) {
    const side = next() < 0.5 ? next() * 230 : pageWidth - next() * 230
    ctx.save()
    ctx.translate(side, 130 + next() * Math.min(height - 160, 190))
    ctx.rotate(next() * Math.PI)
    ctx.globalAlpha = 0.55 + next() * 0.45
    ctx.fillStyle = papers[Math.floor(next() * papers.length)] ?? gold
    fillRound(ctx, { x: -5, y: -3.5, width: 9 + next() * 9, height: 7 }, next() < 0.3 ? 3.5 : 1)
    ctx.restore()
  }
}
