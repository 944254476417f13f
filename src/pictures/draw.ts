import type { Canvas } from '@napi-rs/canvas'
import type { Drawing } from './drawing.ts'
import { type Drawn, filenameOf, type Manner, type Size, type Theme } from './drawn.ts'
import { bell } from './kinds/bell.ts'
import { board } from './kinds/board.ts'
import { certificate } from './kinds/certificate.ts'
import { cheer } from './kinds/cheer.ts'
import { progress } from './kinds/progress.ts'
import { stats } from './kinds/stats.ts'
import { type Part, paintPage, sizeOf } from './kit/page.ts'

/** Draws it; the same drawing in the same manner gives the same bytes on the same machine. */
export async function draw(drawing: Drawing, { theme, type }: Manner): Promise<Drawn> {
  const canvas = await paint(drawing, theme)
  const bytes = await (type === 'image/png' ? canvas.encode('png') : canvas.encode('jpeg', 88))
  return { bytes, filename: filenameOf(drawing, type), type }
}

export async function paint(drawing: Drawing, theme: Theme): Promise<Canvas> {
  return paintPage(await partOf(drawing), theme)
}

/** How large the picture is, in either theme. Nothing is painted for that. */
export async function measure(drawing: Drawing): Promise<Size> {
  return sizeOf(await partOf(drawing))
}

/** Charts take most of a second to load, so only what has one waits for that. */
async function partOf(drawing: Drawing): Promise<Part> {
  switch (drawing.kind) {
    case 'board':
      return board(drawing)
    case 'bell':
      return bell(drawing)
    case 'certificate':
      return certificate(drawing)
    case 'month':
      return (await import('./kinds/month.ts')).month(drawing)
    case 'plan-actual':
      return (await import('./kinds/plan-actual.ts')).planActual(drawing)
    case 'progress':
      return progress(drawing)
    case 'stats':
      return stats(drawing)
    case 'cheer':
      return cheer(drawing)
  }
}
