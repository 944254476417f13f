import type { Span } from '../../../src/content/content.ts'
import { graphemes, sizeOf } from '../../../src/content/measure.ts'
import { plainLink } from '../../../src/content/plain.ts'
import { neutral } from '../render/neutral.ts'
import { drawSpans, type Pen } from '../render/spans.ts'

/** One line of spans as pieces of markup, none of more than `most` bytes. Each is whole by itself. */
export function piecesOf(line: readonly Span[], pen: Pen, most: number): readonly string[] {
  return line.flatMap(span => spanPieces(span, pen, most))
}

function spanPieces(span: Span, pen: Pen, most: number): readonly string[] {
  const drawn = drawSpans([span.t === 'link' ? { ...span, text: widened(span.text) } : span], pen)
  if (sizeOf(drawn, 'bytes') <= most) return drawn === '' ? [] : [drawn]
  if (span.t !== 'text') return spanPieces({ t: 'text', text: nameOf(span) }, pen, most)
  // Marks would cost more than they tell.
  return cut(span.text, most).map(neutral)
}

function nameOf(span: Exclude<Span, { t: 'text' }>): string {
  return span.t === 'member' ? `@${span.name}` : plainLink(span)
}

/** Brackets would end the label of a link. */
function widened(label: string): string {
  return label.replaceAll('[', '［').replaceAll(']', '］')
}

/** Between graphemes, of which only one that is larger than all the room is cut itself, between code points. */
function cut(text: string, most: number): readonly string[] {
  const pieces: string[] = []
  let open = ''
  let used = 0
  for (const part of [...graphemes(text)].flatMap(one => (sizeOf(neutral(one), 'bytes') > most ? [...one] : [one]))) {
    const size = sizeOf(neutral(part), 'bytes')
    if (used + size > most) {
      pieces.push(open)
      open = ''
      used = 0
    }
    open += part
    used += size
  }
  return [...pieces, open]
}
