import type { DrawingOf } from '../drawing.ts'
import { drawFace } from '../kit/face.ts'
import { innerWidth, margin, type Part, type Pen, pageWidth, space, stack } from '../kit/page.ts'
import { band, foot, paragraph } from '../kit/parts.ts'
import { card, fillCircle, fillRound } from '../kit/shapes.ts'
import { fitted, shrunk, type Type, widthOf, wrapped, write } from '../kit/text.ts'

type Cheer = DrawingOf<'cheer'>
type Cheered = Cheer['people'][number]

/** A picture of more would be a crowd in which nobody is seen. */
const mostPeople = 9
const mostInRow = 3
const radius = 54
const middle = pageWidth / 2

export function cheer({ title, people, words, tags = [], foot: below }: Cheer): Part {
  const shown = people.slice(0, mostPeople)
  const count = Math.ceil(shown.length / mostInRow)
  // Four are two and two, not three and one.
  const inRow = Math.ceil(shown.length / count)
  const rows = Array.from({ length: count }, (_, at) => faces(shown.slice(at * inRow, (at + 1) * inRow)))
  const left = people.length - shown.length
  return stack(
    band(title, undefined),
    space(34),
    ...rows,
    left > 0 ? stack(paragraph([`… +${left}`], { size: 24, bold: true }, 36), space(12)) : null,
    saying(words),
    labels(tags),
    foot(below),
  )
}

/** Side by side, each as wide as there is room for. */
function faces(people: readonly Cheered[]): Part {
  const width = innerWidth / people.length
  const room = width - 20
  const named = people.map(person => ({ person, ...nameIn(person, room) }))
  const noteAt = 2 * radius + 22 + Math.max(...named.map(({ lines }) => lines.length)) * nameHeight
  const noted = people.some(({ note }) => note !== undefined)
  return {
    height: noteAt + (noted ? 34 : 0) + 20,
    paint(pen, top) {
      named.forEach((it, at) => {
        drawPerson(pen, it, { x: margin + width * (at + 0.5), top, noteAt, room })
      })
    },
  }
}

const nameHeight = 38

interface Named {
  readonly person: Cheered
  readonly type: Type
  readonly lines: readonly string[]
}

function nameIn({ name }: Cheered, room: number): Omit<Named, 'person'> {
  const type = shrunk(name, { size: 32, bold: true }, room, 24)
  return { type, lines: wrapped(name, type, room, 2) }
}

interface Place {
  readonly x: number
  readonly top: number
  /** Below the top. */
  readonly noteAt: number
  readonly room: number
}

function drawPerson(pen: Pen, { person, type, lines }: Named, { x, top, noteAt, room }: Place): void {
  const { ctx, look } = pen
  ctx.fillStyle = look.accent
  fillCircle(ctx, x, top + radius, radius)
  drawFace(pen, person, x, top + radius, radius - 5)
  const center = { x, align: 'center', room } as const
  lines.forEach((line, at) => {
    write(ctx, line, { ...center, type, color: look.ink, y: top + 2 * radius + 34 + at * nameHeight })
  })
  const note = person.note ?? ''
  write(ctx, note, { ...center, type: shrunk(note, { size: 23 }, room, 17), color: look.quiet, y: top + noteAt + 12 })
}

function saying(words: string | undefined): Part | null {
  if (words === undefined) return null
  const type: Type = { size: words.length > 60 ? 28 : 34, bold: true }
  const lines = wrapped(words, type, innerWidth - 56, 6)
  const inner: Part = {
    height: 52 + lines.length * 48,
    paint({ ctx, look }, top) {
      lines.forEach((line, at) => {
        write(ctx, line, { type, color: look.ink, x: middle, y: top + 26 + 24 + at * 48, align: 'center' })
      })
    },
  }
  return card(inner, { x: margin - 8, width: innerWidth + 16 })
}

/** On one line, from the middle outwards; what finds no room there is left out. */
function labels(tags: readonly string[]): Part | null {
  const type: Type = { size: 25, bold: true }
  const chips: { readonly words: string; readonly x: number; readonly width: number }[] = []
  let end = 0
  for (const tag of tags) {
    const words = fitted(tag, type, innerWidth - 48)
    const width = widthOf(words, type) + 40
    if (end + width > innerWidth) break
    chips.push({ words, x: end, width })
    end += width + 14
  }
  if (chips.length === 0) return null
  const from = middle - (end - 14) / 2
  const inner: Part = {
    height: 48,
    paint({ ctx, look }, top) {
      for (const { words, x, width } of chips) {
        ctx.fillStyle = look.tint
        fillRound(ctx, { x: from + x, y: top, width, height: 48 }, 24)
        write(ctx, words, { type, color: look.accent, x: from + x + width / 2, y: top + 24, align: 'center' })
      }
    },
  }
  return stack(space(20), inner)
}
