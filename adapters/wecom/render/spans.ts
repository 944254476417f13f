import type { Span } from '../../../src/content/content.ts'
import { plainLink } from '../../../src/content/plain.ts'
import type { AccountOf } from '../../../src/platform/adapter.ts'
import type { Dialect } from './dialect.ts'
import { guarded, neutral, oneLine } from './neutral.ts'

export interface Pen {
  readonly dialect: Dialect
  readonly accountOf: AccountOf
}

type TextSpan = Extract<Span, { t: 'text' }>

/** Spans in markdown, over as many lines as their words have. */
export function marked(spans: readonly Span[], pen: Pen): string {
  return joined(spans)
    .map(span => drawSpan(span, pen))
    .join('')
}

/** Of one style after each other they are one: marks that touch are not told apart. */
function joined(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = []
  for (const span of spans) {
    const last = all.at(-1)
    if (last?.t === 'text' && span.t === 'text' && last.style === span.style)
      all[all.length - 1] = { ...last, text: last.text + span.text }
    else all.push(span)
  }
  return all
}

function drawSpan(span: Span, pen: Pen): string {
  switch (span.t) {
    case 'text':
      return styled(span, pen.dialect)
    case 'member':
      return calledBy(span, pen) ?? neutral(`@${span.name}`)
    case 'link':
      return linked(span)
  }
}

/** How a member is called, so that their phone rings; null where that cannot be done. */
export function calledBy(span: Span, { dialect, accountOf }: Pen): string | null {
  if (span.t !== 'member' || !dialect.mentions) return null
  const id = accountOf(span.id)?.accountId
  return id === undefined || !/^[\w.@-]{1,64}$/.test(id) ? null : `<@${id}>`
}

function styled({ text, style }: TextSpan, { colours }: Dialect): string {
  const words = neutral(text)
  if (style === 'strong') return eachLine(words, /[\p{L}\p{N}].*[\p{L}\p{N}]|[\p{L}\p{N}]/u, core => `**${core}**`)
  if (style === 'code') return eachLine(words, /\S.*\S|\S/u, core => `\`${core}\``)
  if (style === 'quiet' && colours)
    return eachLine(words, /\S.*\S|\S/u, core => `<font color="comment">${guarded(core)}</font>`)
  return words
}

/**
 * Marks stand around the core of each line, the rest beside them: a mark between a sign and a letter, or beside a space,
 * is none in standard markdown, as in `**成交：**3`.
 */
function eachLine(words: string, core: RegExp, mark: (core: string) => string): string {
  return words
    .split('\n')
    .map(line => line.replace(core, found => mark(found)))
    .join('\n')
}

function linked({ url, text }: Extract<Span, { t: 'link' }>): string {
  const address = addressOf(url)
  if (address === null) return neutral(plainLink({ url, text }))
  // Guarded: at the beginning of a line a reader that takes links out first would find a heading in `[# 1](…)`.
  return `[${guarded(oneLine(neutral(text.trim() === '' ? url : text)))}](${address})`
}

/** Null where it does not lead to a page. */
function addressOf(url: string): string | null {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null
  return new URL(url).href.replaceAll(/[()<>*`|\\[\]]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
