import type { DrawingOf } from '../drawing.ts'
import type { Theme } from '../drawn.ts'
import { type Part, type Pen, pageWidth } from '../kit/page.ts'
import { downwards, fillCircle } from '../kit/shapes.ts'
import { shrunk, type Type, widthOf, wrapped, write } from '../kit/text.ts'

type Certificate = DrawingOf<'certificate'>

interface Paper {
  readonly paper: readonly [string, string]
  readonly gold: string
  readonly ink: string
  readonly quiet: string
  readonly award: string
}

const papers: Readonly<Record<Theme, Paper>> = {
  light: { paper: ['#fffdf6', '#f9f0dc'], gold: '#bd8b2a', ink: '#2b2416', quiet: '#6f6450', award: '#0b5247' },
  dark: { paper: ['#16211f', '#0e1514'], gold: '#d9ac55', ink: '#f6efdf', quiet: '#b5ab97', award: '#7fd6c2' },
}

const middle = pageWidth / 2
const room = pageWidth - 150
const award: Type = { size: 32, bold: true }
const reason: Type = { size: 25 }

export function certificate(drawing: Certificate): Part {
  const name = shrunk(drawing.name, { size: 60, bold: true }, room, 26)
  const awards = wrapped(drawing.award, award, room, 2)
  const reasons = drawing.reason === undefined ? [] : wrapped(drawing.reason, reason, room, 3)
  const height = 330 + awards.length * 46 + reasons.length * 38 + 176
  return {
    height,
    paint(pen) {
      const look = papers[pen.theme]
      drawPaper(pen, look, height)
      drawTitle(pen, look, drawing.title)
      const { ctx } = pen
      const center = { x: middle, align: 'center', room } as const
      write(ctx, drawing.name, { ...center, type: name, color: look.ink, y: 222 })
      ctx.fillStyle = look.gold
      const half = Math.min(room, Math.max(200, widthOf(drawing.name, name) + 60)) / 2
      ctx.fillRect(middle - half, 272, 2 * half, 2)
      awards.forEach((line, at) => {
        write(ctx, line, { ...center, type: award, color: look.award, y: 320 + at * 46 })
      })
      reasons.forEach((line, at) => {
        write(ctx, line, { ...center, type: reason, color: look.quiet, y: 334 + awards.length * 46 + at * 38 })
      })
      drawSignature(pen, look, drawing, height)
    },
  }
}

function drawPaper({ ctx }: Pen, { paper, gold }: Paper, height: number): void {
  ctx.fillStyle = downwards(ctx, { y: 0, height }, paper)
  ctx.fillRect(0, 0, pageWidth, height)
  ctx.strokeStyle = gold
  for (const [inset, width] of [
    [22, 5],
    [34, 1.5],
  ] as const) {
    ctx.lineWidth = width
    ctx.strokeRect(inset, inset, pageWidth - 2 * inset, height - 2 * inset)
  }
  for (const x of [34, pageWidth - 34])
    for (const y of [34, height - 34]) drawCorner({ ctx, x, y, gold, paper: paper[y > 40 ? 1 : 0] })
}

interface Corner {
  readonly ctx: Pen['ctx']
  readonly x: number
  readonly y: number
  readonly gold: string
  readonly paper: string
}

function drawCorner({ ctx, x, y, gold, paper }: Corner): void {
  ctx.fillStyle = paper
  fillCircle(ctx, x, y, 17)
  ctx.strokeStyle = gold
  ctx.lineWidth = 2
  ctx.beginPath()
  ctx.arc(x, y, 15, 0, 2 * Math.PI)
  ctx.stroke()
  ctx.fillStyle = gold
  fillCircle(ctx, x, y, 6)
}

function drawTitle({ ctx }: Pen, { gold, ink }: Paper, title: string): void {
  const spread = title.length <= 8
  const type = spread ? { size: 54, bold: true } : shrunk(title, { size: 46, bold: true }, room - 90, 28)
  ctx.letterSpacing = spread ? '14px' : '2px'
  write(ctx, title, { type, color: gold, x: middle + (spread ? 7 : 1), y: 108, align: 'center', room: room - 40 })
  ctx.letterSpacing = '0px'
  ctx.fillStyle = ink
  ctx.globalAlpha = 0.16
  ctx.fillRect(middle - 150, 156, 300, 1.5)
  ctx.globalAlpha = 1
}

/** Who gives it and when, with a seal. */
function drawSignature({ ctx }: Pen, look: Paper, { from, date, proof }: Certificate, height: number): void {
  const bottom = height - 62
  const x = 78
  const half = pageWidth - 2 * x - 150
  write(ctx, from, { type: { size: 27, bold: true }, color: look.ink, x, y: bottom - 74, room: half })
  write(ctx, date, { type: { size: 23 }, color: look.quiet, x, y: bottom - 38, room: half })
  if (proof !== undefined) write(ctx, proof, { type: { size: 19 }, color: look.quiet, x, y: bottom - 4, room: half })
  drawSeal(ctx, look, pageWidth - x - 62, bottom - 48)
}

function drawSeal(ctx: Pen['ctx'], { gold, paper }: Paper, x: number, y: number): void {
  ctx.fillStyle = gold
  const teeth = 28
  ctx.beginPath()
  for (let at = 0; at < 2 * teeth; at++) {
    const radius = at % 2 === 0 ? 62 : 55
    const angle = (at / (2 * teeth)) * 2 * Math.PI
    ctx.lineTo(x + Math.cos(angle) * radius, y + Math.sin(angle) * radius)
  }
  ctx.closePath()
  ctx.fill()
  ctx.fillStyle = paper[0]
  fillCircle(ctx, x, y, 47)
  ctx.strokeStyle = gold
  ctx.lineWidth = 2
  ctx.beginPath()
  ctx.arc(x, y, 41, 0, 2 * Math.PI)
  ctx.stroke()
  write(ctx, '🏆', { type: { size: 46 }, color: gold, x, y, align: 'center' })
}
