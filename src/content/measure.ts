import type { Limit } from './canvas.ts'

/** East Asian wide and full-width forms and emoji: they take two columns where letters have one width. */
const wide =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\p{Emoji}\ufe0f)/u

const invisible = /^[\p{Cc}\p{Cf}\p{M}]+$/u

/** Graphemes are the same in every language that we speak. */
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** What a person sees as single characters: an emoji family or a letter with its accents is one. */
export function* graphemes(text: string): Generator<string> {
  for (const { segment } of segmenter.segment(text)) yield segment
}

/** Columns that a line takes in a fixed-width face. */
export function displayWidth(line: string): number {
  let width = 0
  for (const grapheme of graphemes(line)) width += columnsOf(grapheme)
  return width
}

function columnsOf(grapheme: string): number {
  if (invisible.test(grapheme)) return 0
  return wide.test(grapheme) ? 2 : 1
}

export function sizeOf(text: string, unit: Limit['unit']): number {
  return unit === 'bytes' ? Buffer.byteLength(text) : text.length
}
