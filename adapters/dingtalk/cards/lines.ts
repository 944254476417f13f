import type { Lang } from '../../../src/base/words.ts'
import { strong } from '../../../src/content/build.ts'
import type { Block, Span } from '../../../src/content/content.ts'
import { simpler } from '../../../src/content/degrade.ts'

/** What a block says, line by line; nothing in a line breaks it. */
export function linesIn(block: Block, lang: Lang): readonly (readonly Span[])[] {
  switch (block.b) {
    case 'heading':
      return [[strong(block.text.replaceAll(/\s+/g, ' '))]]
    case 'text':
    case 'quiet':
      return brokenAt(block.spans)
    case 'divider':
      return [[{ t: 'text', text: '———' }]]
    default:
      return simpler(block, lang).flatMap(one => linesIn(one, lang))
  }
}

function brokenAt(spans: readonly Span[]): readonly (readonly Span[])[] {
  const lines: Span[][] = [[]]
  for (const span of spans) {
    if (span.t !== 'text') {
      lines.at(-1)?.push(inOneLine(span))
      continue
    }
    const [first = '', ...rest] = span.text.split(/\r\n|[\r\n]/)
    lines.at(-1)?.push({ ...span, text: first })
    for (const text of rest) lines.push([{ ...span, text }])
  }
  return lines
}

function inOneLine(span: Exclude<Span, { t: 'text' }>): Span {
  const joined = (text: string) => text.replaceAll(/\s+/g, ' ')
  return span.t === 'member'
    ? { ...span, name: joined(span.name) }
    : { ...span, text: joined(span.text), url: joined(span.url) }
}
