import type { Limit } from './canvas.ts'
import type { Block, Span } from './content.ts'
import { graphemes, sizeOf } from './measure.ts'
import { plainLink, plainSpans } from './plain.ts'

type SpanBlock = Extract<Block, { b: 'text' | 'quiet' }>

/** What still fits, and what is left for the next message. */
export interface Cut<T> {
  readonly head: T
  readonly tail: T
}

/**
 * Cuts a text so that `head` takes at most `room`: at a line or word end if one is in its second half, else between
 * graphemes. Null if not even the first grapheme fits, unless `force`: then at least one code point goes.
 */
export function cutSpans(block: SpanBlock, room: number, unit: Limit['unit'], force: boolean): Cut<SpanBlock> | null {
  const { whole, left } = wholeSpans(block.spans, room, unit)
  const next = block.spans[whole.length]
  if (next === undefined) return null
  const mustCut = force && whole.length === 0
  const inner = next.t === 'text' || mustCut ? cutSpan(next, left, unit, mustCut) : null
  const head = inner === null ? whole : [...whole, inner.head]
  if (head.length === 0) return null
  const rest = block.spans.slice(whole.length + 1)
  const tail = inner === null ? [next, ...rest] : [inner.tail, ...rest]
  return { head: { ...block, spans: head }, tail: { ...block, spans: tail } }
}

function wholeSpans(spans: readonly Span[], room: number, unit: Limit['unit']) {
  let left = room
  const whole: Span[] = []
  for (const span of spans) {
    const size = sizeOf(plainSpans([span]), unit)
    if (size > left) break
    whole.push(span)
    left -= size
  }
  return { whole, left }
}

/** A mention or a link that is larger than a whole message is only its text from here on. */
function cutSpan(span: Span, room: number, unit: Limit['unit'], force: boolean): Cut<Span> | null {
  const asText = span.t === 'text' ? span : { t: 'text' as const, text: bareText(span) }
  const at = cutPoint(asText.text, room, unit, force)
  if (at === 0) return null
  return {
    head: { ...asText, text: asText.text.slice(0, at) },
    tail: { ...asText, text: asText.text.slice(at) },
  }
}

function bareText(span: Exclude<Span, { t: 'text' }>): string {
  return span.t === 'member' ? span.name : plainLink(span)
}

/** Where to cut, as an index into the text; 0 if nothing fits and nothing is forced. */
function cutPoint(text: string, room: number, unit: Limit['unit'], force: boolean): number {
  // A grapheme that the window cuts short ends beyond the room, so it is never taken.
  const window = text.slice(0, room + 1)
  const end = prefixWithin(graphemes(window), room, unit)
  if (end > 0) return niceBreak(text, end)
  if (!force) return 0
  return prefixWithin(window, room, unit) || String.fromCodePoint(text.codePointAt(0) ?? 0).length
}

function prefixWithin(pieces: Iterable<string>, room: number, unit: Limit['unit']): number {
  let end = 0
  let used = 0
  for (const piece of pieces) {
    used += sizeOf(piece, unit)
    if (used > room) break
    end += piece.length
  }
  return end
}

/** The last line end in the second half of the text before `end`, else the last end of a word or sentence, else `end`. */
function niceBreak(text: string, end: number): number {
  if (end >= text.length) return end
  const half = Math.floor(end / 2)
  const line = text.lastIndexOf('\n', end - 1)
  if (line >= half) return line + 1
  for (let at = end - 1; at >= half; at--) if (/[\s，。；！？、]/.test(text.charAt(at))) return at + 1
  return end
}
