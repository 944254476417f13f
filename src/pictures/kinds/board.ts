import type { DrawingOf } from '../drawing.ts'
import { drawFace } from '../kit/face.ts'
import { innerWidth, margin, type Part, type Pen, space, stack } from '../kit/page.ts'
import { band, emptySheet, foot, paragraph } from '../kit/parts.ts'
import { card, drawBar } from '../kit/shapes.ts'
import { shrunk, widthOf, write } from '../kit/text.ts'
import { movementColor } from './movement.ts'
import { medalOf, onPodium, podium } from './podium.ts'

type Board = DrawingOf<'board'>
type Row = Board['rows'][number]

/** A picture of more would be a strip that nobody reads. */
const mostRows = 30

export function board({ title, subtitle, rows, empty, foot: below }: Board): Part {
  const head = band(title, subtitle)
  if (rows.length === 0) return stack(head, emptySheet(empty ?? '–'), foot(below))
  const shown = rows.slice(0, mostRows)
  const best = onPodium(shown)
  const others = shown.slice(best.length)
  const longest = Math.max(...shown.map(({ length }) => length))
  return stack(
    head,
    podium(best),
    others.length === 0 ? null : stack(best.length === 0 ? space(30) : null, list(others, longest)),
    rows.length > shown.length ? left(rows.length - shown.length) : null,
    foot(below),
  )
}

function left(count: number): Part {
  return stack(space(14), paragraph([`… +${count}`], { size: 24, bold: true }, 36))
}

const sheet = { x: margin - 8, width: innerWidth + 16 }
const text = { from: margin + 138, to: margin + innerWidth - 20 }

function list(rows: readonly Row[], longest: number): Part {
  const lines = rows.map((row, at) => line(row, longest, at > 0))
  return card(stack(space(10), ...lines, space(10)), sheet)
}

function line(row: Row, longest: number, divided: boolean): Part {
  const height = row.note === undefined ? 96 : 124
  return {
    height,
    paint(pen, top) {
      const { ctx, look } = pen
      if (divided) {
        ctx.fillStyle = look.line
        ctx.fillRect(text.from, top, text.to - text.from, 1.5)
      }
      drawRank(pen, row.rank, top + height / 2)
      drawFace(pen, row, margin + 92, top + height / 2, 30)
      drawWords(pen, row, top)
      const movement = row.movement ? 92 : 0
      const bar = { x: text.from, y: top + height - 32, width: text.to - text.from - movement, height: 12 }
      drawBar(pen, bar, longest > 0 ? row.length / longest : 0)
      if (row.movement) {
        const type = { size: 21, bold: true }
        const color = movementColor(look, row.movement)
        write(ctx, row.movement.words, { type, color, x: text.to, y: bar.y + 6, align: 'right', room: movement - 12 })
      }
    },
  }
}

function drawRank({ ctx, look }: Pen, rank: number, y: number): void {
  const medal = medalOf(rank)
  const type = medal === null ? { size: rank > 99 ? 22 : 28, bold: true } : { size: 36 }
  write(ctx, medal ?? String(rank), { type, color: look.quiet, x: margin + 26, y, align: 'center' })
}

function drawWords({ ctx, look }: Pen, { name, value, note }: Row, top: number): void {
  const type = { size: 28, bold: true }
  const whole = text.to - text.from
  const valueWidth = Math.min(widthOf(value, type), whole * 0.6)
  write(ctx, value, { type, color: look.ink, x: text.to, y: top + 36, align: 'right', room: valueWidth + 1 })
  const room = whole - valueWidth - 20
  write(ctx, name, { type: shrunk(name, type, room, 23), color: look.ink, x: text.from, y: top + 36, room })
  if (note !== undefined)
    write(ctx, note, { type: { size: 21 }, color: look.quiet, x: text.from, y: top + 72, room: whole })
}
