import type { DrawingOf } from '../drawing.ts'
import { chart } from '../kit/chart.ts'
import { innerWidth, margin, type Part, space, stack } from '../kit/page.ts'
import { band, figures, foot } from '../kit/parts.ts'
import { card } from '../kit/shapes.ts'

const mostPoints = 31

export function planActual(drawing: DrawingOf<'plan-actual'>): Part {
  const points = drawing.points.slice(0, mostPoints)
  const { names, axis } = drawing
  const plan = points.map(point => point.plan)
  const actual = points.map(point => point.actual)
  const drawn = drawing.drawn === 'bars' ? 'bars' : 'line'
  const series = [
    { name: names.plan, drawn, role: 'wanted', values: plan },
    { name: names.actual, drawn, role: 'done', values: actual },
  ] as const
  const labels = points.map(({ label }) => label)
  const inner = stack(
    space(22),
    chart({ labels, series, axis, legend: true }, { x: margin, width: innerWidth, height: 460 }),
    space(20),
  )
  return stack(
    band(drawing.title, drawing.subtitle),
    space(8),
    figures(drawing.figures),
    space(22),
    card(inner, { x: margin - 8, width: innerWidth + 16 }),
    foot(drawing.foot),
  )
}
