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
  return barePieces([span], pen, most)
}

/** The same without marks of ours: where there is little room they would cost more than they tell. */
export function barePieces(line: readonly Span[], { callBy }: Pen, most: number): readonly string[] {
  const pieces = cut(neutral(line.map(span => wordsOf(span, callBy)).join('')), most - unseen.bytes)
  // What is within a line may come to stand at the beginning of one.
  return pieces.map(piece => (/^[ \t]*(?:[-+=]|\d+[.)])/.test(piece) ? unseen.sign + piece : piece))
}

/** Parts what would act together. */
const unseen = { sign: '\u200b', bytes: 3 }

function wordsOf(span: Span, callBy: string): string {
  if (span.t === 'member') return `@${span.name}`
  if (span.t === 'link') return plainLink(span)
  return span.style === 'code' && span.text.startsWith('/') ? `${callBy}${span.text}` : span.text
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
  for (const part of unitsOf(text, most)) {
    const size = sizeOf(part, 'bytes')
    if (used + size > most) {
      pieces.push(open)
      open = ''
      used = 0
    }
    open += part
    used += size
  }
  return open === '' ? pieces : [...pieces, open]
}

/** What stays together; a mark with what keeps it from acting, too. */
function* unitsOf(text: string, most: number): Generator<string> {
  let unit = ''
  for (const one of graphemes(text)) {
    if (one !== unseen.sign && unit !== '') {
      yield* sizeOf(unit, 'bytes') > most ? unit : [unit]
      unit = ''
    }
    unit += one
  }
  if (unit !== '') yield* sizeOf(unit, 'bytes') > most ? unit : [unit]
}
