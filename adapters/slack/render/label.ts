import type { PlainTextElement } from '@slack/types'
import { graphemes } from '../../../src/content/measure.ts'

/** At most so many UTF-16 units, cut between graphemes; what was cut ends in an ellipsis. */
export function cutTo(text: string, most: number): string {
  if (text.length <= most) return text
  let kept = ''
  for (const grapheme of graphemes(text)) {
    if (kept.length + grapheme.length >= most) break
    kept += grapheme
  }
  return `${kept}…`
}

/** One line of plain text, never empty, for labels: Slack refuses empty ones. */
export function label(text: string, most: number): PlainTextElement {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return { type: 'plain_text', text: cutTo(line === '' ? '…' : line, most) }
}
