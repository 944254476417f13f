import type { DrawingOf } from '../drawing.ts'
import { drawFace } from '../kit/face.ts'
import type { Blend } from '../kit/look.ts'
import { margin, type Part, type Pen } from '../kit/page.ts'
import { downwards, fillCircle, fillRound } from '../kit/shapes.ts'
import { shrunk, write } from '../kit/text.ts'
import { movementColor } from './movement.ts'

type Row = DrawingOf<'board'>['rows'][number]

const column = { width: 200, gap: 20 }
const medals = ['🥇', '🥈', '🥉']
const heights = [178, 138, 112]
/** The first stands in the middle, the second on their right hand; of two, side by side. */
const places = [[1], [1.5, 0.5], [1, 0, 2]]

/** Those who stand on the podium: all of the first three ranks, unless equals make them more than it has places. */
export function onPodium(rows: readonly Row[]): readonly Row[] {
  const best = rows.filter(({ rank }) => rank <= 3)
  return best.length <= 3 ? best : []
}

export function medalOf(rank: number): string | null {
  return medals[rank - 1] ?? null
}

export function podium(rows: readonly Row[]): Part | null {
  if (rows.length === 0) return null
  const noted = rows.some(({ note }) => note !== undefined)
  const words = noted ? 74 : 44
  const height = 40 + 120 + words + 178
  return {
    height,
    paint(pen, top) {
      rows.forEach((row, at) => {
        const x = margin + (places[rows.length - 1]?.[at] ?? 0) * (column.width + column.gap) + column.width / 2
        drawPlace(pen, row, x, top + height, words)
      })
    },
  }
}

function drawPlace(pen: Pen, row: Row, x: number, bottom: number, words: number): void {
  const { ctx, look } = pen
  const step = Math.min(2, row.rank - 1)
  const blend: Blend = look.medals[step] ?? look.medals[2]
  const block = {
    x: x - column.width / 2,
    y: bottom - (heights[step] ?? 0),
    width: column.width,
    height: heights[step] ?? 0,
  }
  ctx.fillStyle = downwards(ctx, block, blend)
  fillRound(ctx, block, [20, 20, 0, 0])
  const center = { align: 'center', x } as const
  const line = block.y - words
  const name = shrunk(row.name, { size: 27, bold: true }, column.width, 21)
  write(ctx, row.name, { ...center, type: name, color: look.ink, y: line + 22, room: column.width })
  if (row.note !== undefined)
    write(ctx, row.note, { ...center, type: { size: 20 }, color: look.quiet, y: line + 54, room: column.width })
  const radius = row.rank === 1 ? 54 : 46
  const y = line - radius - 4
  ctx.fillStyle = blend[0]
  fillCircle(ctx, x, y, radius + 5)
  drawFace(pen, row, x, y, radius)
  write(ctx, medalOf(row.rank) ?? '', {
    ...center,
    type: { size: 36 },
    color: look.ink,
    x: x + radius * 0.92,
    y: y + radius * 0.78,
  })
  write(ctx, row.value, {
    ...center,
    type: shrunk(row.value, { size: 31, bold: true }, column.width - 16, 20),
    color: look.ink,
    y: block.y + 42,
    room: column.width - 16,
  })
  if (row.movement)
    write(ctx, row.movement.words, {
      ...center,
      type: { size: 22, bold: true },
      color: movementColor(look, row.movement),
      y: block.y + 80,
    })
}
