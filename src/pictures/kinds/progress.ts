import type { DrawingOf } from '../drawing.ts'
import { innerWidth, margin, type Part, space, stack } from '../kit/page.ts'
import { band, foot } from '../kit/parts.ts'
import { card, drawBar, fillCircle, fillRound } from '../kit/shapes.ts'
import { type Type, wrapped, write } from '../kit/text.ts'

type Progress = DrawingOf<'progress'>

const sheet = { x: margin - 8, width: innerWidth + 16 }
const left = margin + 20
const width = innerWidth - 40

export function progress(drawing: Progress): Part {
  const stages = (drawing.stages ?? []).filter(({ at }) => at > 0 && at <= 1).slice(0, 8)
  return stack(
    band(drawing.title, drawing.subtitle),
    space(30),
    card(stack(figures(drawing), bar(drawing, stages), stageList(drawing, stages), space(24)), sheet),
    prize(drawing.prize, drawing.done >= 1),
    foot(drawing.foot),
  )
}

function figures({ percent, words, done }: Progress): Part {
  return {
    height: 136,
    paint({ ctx, look }, top) {
      const reached = done >= 1 ? look.goal : look.accent
      write(ctx, percent, { type: { size: 76, bold: true }, color: reached, x: left, y: top + 76, room: width * 0.45 })
      const right = { x: left + width, align: 'right', room: width * 0.55 - 20 } as const
      write(ctx, words, { ...right, type: { size: 29, bold: true }, color: look.ink, y: top + 88 })
    },
  }
}

function bar({ done }: Progress, stages: readonly { readonly at: number }[]): Part {
  return {
    height: 54,
    paint(pen, top) {
      const { ctx, look } = pen
      const box = { x: left, y: top, width, height: 34 }
      drawBar(pen, box, done)
      for (const { at } of stages) {
        if (at >= 1) continue
        ctx.fillStyle = done >= at ? '#ffffffd0' : look.quiet
        fillCircle(ctx, left + width * at, top + 17, 6)
      }
    },
  }
}

/** What stands at each mark, and whether it was passed. */
function stageList({ done }: Progress, stages: Progress['stages'] = []): Part | null {
  if (stages.length === 0) return null
  const type: Type = { size: 24 }
  return {
    height: 12 + stages.length * 44,
    paint({ ctx, look }, top) {
      stages.forEach(({ at, words }, index) => {
        const y = top + 12 + 22 + index * 44
        const passed = done >= at
        ctx.fillStyle = passed ? look.accent : look.track
        fillCircle(ctx, left + 13, y, 13)
        if (passed)
          write(ctx, '✓', { type: { size: 19, bold: true }, color: look.surface, x: left + 13, y, align: 'center' })
        write(ctx, words, { type, color: passed ? look.ink : look.quiet, x: left + 40, y, room: width - 40 })
      })
    },
  }
}

function prize(words: string | undefined, reached: boolean): Part | null {
  if (words === undefined) return null
  const type: Type = { size: 29, bold: true }
  const lines = wrapped(words, type, width - 84, 2)
  const height = 48 + lines.length * 42
  const inner: Part = {
    height,
    paint({ ctx, look }, top) {
      ctx.fillStyle = look.tint
      fillRound(ctx, { ...sheet, y: top, height }, 22)
      write(ctx, reached ? '🎉' : '🎁', {
        type: { size: 46 },
        color: look.ink,
        x: left + 24,
        y: top + height / 2,
        align: 'center',
      })
      lines.forEach((line, at) => {
        write(ctx, line, { type, color: look.ink, x: left + 72, y: top + 24 + 21 + at * 42 })
      })
    },
  }
  return stack(space(18), inner)
}
