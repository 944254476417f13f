import { displayWidth, graphemes } from '../../../src/content/measure.ts'
import { oneLine } from '../render/neutral.ts'

/** WeCom counts Chinese signs, each of which is two columns wide. */
export const widths = {
  title: 2 * 26,
  sub: 2 * 112,
  key: 2 * 5,
  value: 2 * 26,
  button: 2 * 10,
  option: 2 * 10,
  question: 2 * 13,
} as const

export function fits(words: string, columns: number): boolean {
  return displayWidth(words) <= columns
}

/** Cut between signs, and seen to be cut. */
export function cut(words: string, columns: number): string {
  const line = oneLine(words).trim()
  if (fits(line, columns)) return line
  let kept = ''
  let used = 0
  for (const grapheme of graphemes(line)) {
    used += displayWidth(grapheme)
    if (used > columns - 1) break
    kept += grapheme
  }
  return `${kept.trimEnd()}…`
}
