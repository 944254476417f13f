import type { DrawingOf } from '../drawing.ts'
import { chart, type Series } from '../kit/chart.ts'
import { drawFace } from '../kit/face.ts'
import { innerWidth, margin, type Part, space, stack } from '../kit/page.ts'
import { band, figures, foot } from '../kit/parts.ts'
import { card } from '../kit/shapes.ts'
import { write } from '../kit/text.ts'

type Month = DrawingOf<'month'>

/** More than the workdays of any month, and as many as a phone can tell apart. */
const mostDays = 31

export function month(drawing: Month): Part {
  const days = drawing.days.slice(0, mostDays)
  const { target, axis, name } = drawing
  const series: Series[] = [{ name, drawn: drawing.drawn, role: 'done', values: days.map(({ value }) => value) }]
  if (target)
    series.push({ name: target.label, drawn: 'line', role: 'wanted', values: target.values.slice(0, days.length) })
  const labels = days.map(({ label }) => label)
  const inner = stack(
    space(22),
    chart({ labels, series, axis, legend: target !== undefined }, { x: margin, width: innerWidth, height: 430 }),
    space(20),
  )
  return stack(
    band(drawing.title, drawing.subtitle),
    space(26),
    who(drawing),
    figures(drawing.figures),
    space(22),
    card(inner, { x: margin - 8, width: innerWidth + 16 }),
    foot(drawing.foot),
  )
}

function who(drawing: Month): Part {
  return {
    height: 76,
    paint(pen, top) {
      drawFace(pen, drawing, margin + 36, top + 38, 36)
      const { ctx, look } = pen
      const type = { size: 32, bold: true }
      write(ctx, drawing.name, { type, color: look.ink, x: margin + 92, y: top + 38, room: innerWidth - 92 })
    },
  }
}
