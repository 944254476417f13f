import { availableParallelism } from 'node:os'
import type { Drawing } from './drawing.ts'
import type { Drawn, Manner, Size } from './drawn.ts'

/** Throws when something cannot be drawn. */
export type Draw = (drawing: Drawing, manner: Manner) => Promise<Drawn>

/** Throws when something cannot be drawn. */
export type Measure = (drawing: Drawing) => Promise<Size>

/**
 * Draws as many at once as there are cores; the others wait their turn. Canvas, charts and fonts take memory and a good
 * part of a second to load, so they are when the first drawing is needed.
 */
export function openStudio(draw: Draw = drawWhenLoaded, atOnce = availableParallelism()): Draw {
  const waiting: (() => void)[] = []
  let drawing = 0

  return async (what, manner) => {
    if (drawing >= atOnce) await new Promise<void>(resolve => waiting.push(resolve))
    else drawing += 1
    try {
      return await draw(what, manner)
    } finally {
      // The place goes straight to whoever is next, so that nobody can slip in between.
      const next = waiting.shift()
      if (next) next()
      else drawing -= 1
    }
  }
}

export const measureWhenLoaded: Measure = async drawing => (await import('./draw.ts')).measure(drawing)

const drawWhenLoaded: Draw = async (drawing, manner) => (await import('./draw.ts')).draw(drawing, manner)
