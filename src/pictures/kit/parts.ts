import { innerWidth, margin, type Part, pageWidth, space, stack } from './page.ts'
import { across, card, fillCircle } from './shapes.ts'
import { type Type, widthOf, wrapped, write } from './text.ts'

const title: Type = { size: 44, bold: true }
const subtitle: Type = { size: 25 }
const small: Type = { size: 21 }

/** The coloured head of a page. */
export function band(words: string, below: string | undefined): Part {
  const lines = wrapped(words, title, innerWidth - 40, 2)
  const more = below === undefined ? [] : wrapped(below, subtitle, innerWidth, 2)
  const height = 44 + lines.length * 56 + more.length * 36 + 30
  return {
    height,
    paint({ ctx, look }, top) {
      ctx.fillStyle = across(ctx, { x: 0, width: pageWidth }, look.band)
      ctx.fillRect(0, top, pageWidth, height)
      ctx.save()
      ctx.beginPath()
      ctx.rect(0, top, pageWidth, height)
      ctx.clip()
      ctx.fillStyle = '#ffffff12'
      fillCircle(ctx, pageWidth - 30, top + height - 10, 118)
      fillCircle(ctx, pageWidth - 30, top + height - 10, 72)
      ctx.restore()
      lines.forEach((line, at) => {
        write(ctx, line, { type: title, color: look.onBand, x: margin, y: top + 44 + 26 + at * 56 })
      })
      more.forEach((line, at) => {
        const y = top + 44 + lines.length * 56 + 20 + at * 36
        write(ctx, line, { type: subtitle, color: look.quietOnBand, x: margin, y })
      })
    },
  }
}

/** What is small at the bottom: what the figures are and until when. */
export function foot(words: string | undefined): Part {
  if (words === undefined) return space(32)
  const lines = wrapped(words, small, innerWidth, 4)
  return stack(space(22), paragraph(lines, small, 30), space(26))
}

/** Lines as they are, in quiet ink. */
export function paragraph(lines: readonly string[], type: Type, lineHeight: number): Part {
  return {
    height: lines.length * lineHeight,
    paint({ ctx, look }, top) {
      lines.forEach((line, at) => {
        write(ctx, line, { type, color: look.quiet, x: margin, y: top + lineHeight * (at + 0.5) })
      })
    },
  }
}

/** One sentence on a sheet, where there is nothing else. */
export function emptySheet(words: string): Part {
  const type = { size: 28 }
  const lines = wrapped(words, type, innerWidth - 60, 4)
  const inner: Part = {
    height: 120 + lines.length * 40,
    paint({ ctx, look }, top) {
      lines.forEach((line, at) => {
        write(ctx, line, { type, color: look.quiet, x: pageWidth / 2, y: top + 80 + at * 40, align: 'center' })
      })
    },
  }
  return stack(space(30), card(inner, { x: margin - 8, width: innerWidth + 16 }))
}

interface Figure {
  readonly label: string
  readonly words: string
}

/** Figures side by side, at most four of them. */
export function figures(all: readonly Figure[] = []): Part | null {
  const shown = all.slice(0, 4)
  if (shown.length === 0) return null
  const width = innerWidth / shown.length
  const size = Math.min(40, ...shown.map(({ words }) => (40 * (width - 28)) / Math.max(1, widthOf(words, value))))
  return {
    height: 116,
    paint({ ctx, look }, top) {
      shown.forEach(({ label, words }, at) => {
        const x = margin + at * width
        write(ctx, label, { type: small, color: look.quiet, x, y: top + 44, room: width - 16 })
        const type = { size: Math.max(22, size), bold: true }
        write(ctx, words, { type, color: look.ink, x, y: top + 86, room: width - 16 })
      })
    },
  }
}

const value: Type = { size: 40, bold: true }
