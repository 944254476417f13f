import type { Lang } from '../../../src/base/words.ts'
import type { Content } from '../../../src/content/content.ts'
import { graphemes } from '../../../src/content/measure.ts'
import { plain } from '../../../src/content/plain.ts'

const longest = 40
const fallback: Readonly<Record<Lang, string>> = { zh: '领头羊', en: 'Bellwether' }

/** The first line of what is said, short enough for a notification; never empty. */
export function titleOf(content: Content): string {
  const [line = ''] = plain(content)
    .split('\n')
    .map(tidy)
    .filter(text => text !== '')
  const all = [...graphemes(line)]
  const title = all.length <= longest ? line : `${all.slice(0, longest - 1).join('')}…`
  return title === '' ? fallback[content.lang] : title
}

function tidy(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim()
}
