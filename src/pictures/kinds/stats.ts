import type { DrawingOf } from '../drawing.ts'
import { innerWidth, margin, type Part, space, stack } from '../kit/page.ts'
import { band, foot } from '../kit/parts.ts'
import { card, drawBar } from '../kit/shapes.ts'
import { widthOf, write } from '../kit/text.ts'

type Stats = DrawingOf<'stats'>
type Row = Stats['rows'][number]

const mostRows = 20
const left = margin + 20
const width = innerWidth - 40

export function stats({ title, subtitle, rows, foot: below }: Stats): Part {
  const lines = rows.slice(0, mostRows).map((row, at) => line(row, at > 0))
  const sheet = card(stack(space(8), ...lines, space(8)), { x: margin - 8, width: innerWidth + 16 })
  return stack(band(title, subtitle), space(30), sheet, foot(below))
}

function line({ label, value, done, note }: Row, divided: boolean): Part {
  const hasSecond = note !== undefined || done !== undefined
  const height = hasSecond ? 112 : 76
  return {
    height,
    paint(pen, top) {
      const { ctx, look } = pen
      if (divided) {
        ctx.fillStyle = look.line
        ctx.fillRect(left, top, width, 1.5)
      }
      const strong = { size: 32, bold: true }
      const valueWidth = Math.min(widthOf(value, strong), width * 0.6)
      const end = { x: left + width, align: 'right' } as const
      write(ctx, value, { ...end, type: strong, color: look.ink, y: top + 40, room: valueWidth + 1 })
      const room = width - valueWidth - 20
      write(ctx, label, { type: { size: 27 }, color: look.ink, x: left, y: top + 40, room })
      const y = top + 82
      if (done === undefined) write(ctx, note ?? '', { type: { size: 22 }, color: look.quiet, x: left, y, room: width })
      else {
        const beside = note === undefined ? 0 : 250
        drawBar(pen, { x: left, y: y - 7, width: width - beside, height: 14 }, done)
        write(ctx, note ?? '', { ...end, type: { size: 22 }, color: look.quiet, y, room: beside - 20 })
      }
    },
  }
}
