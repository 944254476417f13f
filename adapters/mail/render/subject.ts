import type { Content } from '../../../src/content/content.ts'
import { graphemes } from '../../../src/content/measure.ts'
import { plain } from '../../../src/content/plain.ts'

/** Longer ones are cut by everybody who shows them. */
const MOST = 80

/** The heading, else the first line that says something. One line, without signs that turn the direction of writing. */
export function subjectOf(content: Content): string {
  const heading = content.blocks.find(block => block.b === 'heading')?.text
  const line =
    tidy(heading ?? '') ||
    plain(content)
      .split('\n')
      .map(tidy)
      .find(it => /[\p{L}\p{N}]/u.test(it))
  const all = [...graphemes(line || 'Bellwether 领头羊')]
  return all.length > MOST
    ? `${all
        .slice(0, MOST - 1)
        .join('')
        .trimEnd()}…`
    : all.join('')
}

function tidy(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll(/ +/g, ' ')
    .trim()
}
