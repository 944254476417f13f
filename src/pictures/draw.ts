import type { Drawing } from './drawing.ts'
import { type Drawn, filenameOf, type Manner } from './drawn.ts'
import { bell } from './kinds/bell.ts'
import { board } from './kinds/board.ts'
import { certificate } from './kinds/certificate.ts'
import { month } from './kinds/month.ts'
import { planActual } from './kinds/plan-actual.ts'
import { progress } from './kinds/progress.ts'
import { stats } from './kinds/stats.ts'
import { type Part, paintPage } from './kit/page.ts'

/** Draws it; the same drawing in the same manner gives the same bytes on the same machine. */
export async function draw(drawing: Drawing, { theme, type }: Manner): Promise<Drawn> {
  const canvas = paintPage(partOf(drawing), theme)
  const bytes = await (type === 'image/png' ? canvas.encode('png') : canvas.encode('jpeg', 88))
  return { bytes, filename: filenameOf(drawing, type), type }
}

function partOf(drawing: Drawing): Part {
  switch (drawing.kind) {
    case 'board':
      return board(drawing)
    case 'bell':
      return bell(drawing)
    case 'certificate':
      return certificate(drawing)
    case 'month':
      return month(drawing)
    case 'plan-actual':
      return planActual(drawing)
    case 'progress':
      return progress(drawing)
    case 'stats':
      return stats(drawing)
  }
}
