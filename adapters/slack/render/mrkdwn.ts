import type { ContextBlock, MrkdwnElement, PlainTextElement, SectionBlock } from '@slack/types'
import type { Field, Span } from '../../../src/content/content.ts'
import { plainSpans } from '../../../src/content/plain.ts'
import type { AccountOf } from '../../../src/platform/adapter.ts'
import { escapeText, hasEntity } from './escape.ts'
import { isAddress } from './rich-text.ts'

/** What may be read as a mark of style, an emoji or a quote. */
const marks = /[*_~`:]|^\s*>|\n\s*>/

const MOST_ELEMENTS = 10
const LONGEST_ELEMENT = 3_000
const MOST_FIELDS = 10
/** Fields stand side by side in narrow columns, so only short ones do. */
const LONGEST_FIELD = 80

/** A context block: small and grey. Null when it would not read as these very words. */
export function contextOf(spans: readonly Span[], accountOf: AccountOf): ContextBlock | null {
  if (hasEntity(plainSpans(spans))) return null
  const elements = spans.filter(span => plainSpans([span]).trim() !== '').map(span => small(span, accountOf))
  const fits = elements.length <= MOST_ELEMENTS && elements.every(({ text }) => text.length <= LONGEST_ELEMENT)
  return fits && elements.length > 0 ? { type: 'context', elements } : null
}

/** Each span is an element of its own, so that marks need no spaces around them. */
function small(span: Span, accountOf: AccountOf): PlainTextElement | MrkdwnElement {
  const drawn = span.t === 'text' && span.style !== 'strong' && span.style !== 'code' ? null : mrkdwn(span, accountOf)
  return drawn === null ? { type: 'plain_text', text: plainSpans([span]) } : verbatim(drawn)
}

/** Fields in two columns. Null when they are too many, too long or would not read as these very words. */
export function fieldsOf(fields: readonly Field[], accountOf: AccountOf): SectionBlock | null {
  const texts = fields.map(field => fieldText(field, accountOf))
  if (texts.length > MOST_FIELDS || texts.includes(null)) return null
  return { type: 'section', fields: texts.flatMap(text => (text === null ? [] : [verbatim(text)])) }
}

function fieldText({ label, value }: Field, accountOf: AccountOf): string | null {
  const title = mrkdwn({ t: 'text', text: label.trim(), style: 'strong' }, accountOf)
  const parts = value.map(span => mrkdwn(span, accountOf))
  const styled = value.some(span => span.t === 'text' && span.style !== undefined)
  if (title === null || parts.includes(null) || (styled && value.length > 1)) return null
  const words = plainSpans(value)
  return words.trim() === '' || words.length > LONGEST_FIELD ? null : `${title}\n${parts.join('')}`
}

/** A span in Slack's markup; null when some of its words would be taken for marks. */
function mrkdwn(span: Span, accountOf: AccountOf): string | null {
  switch (span.t) {
    case 'text':
      return styled(span.text, span.style)
    case 'member': {
      const account = accountOf(span.id)
      return account === null ? styled(`@${span.name}`) : `<@${account.accountId}>`
    }
    case 'link':
      return linked(span.url, span.text === '' ? span.url : span.text)
  }
}

function styled(text: string, style?: 'strong' | 'code' | 'quiet'): string | null {
  const escaped = escapeText(text)
  if (style !== 'strong' && style !== 'code') return marks.test(text) ? null : escaped
  const mark = style === 'strong' ? '*' : '`'
  const foreign = style === 'strong' ? marks : /`/
  return text === '' || text !== text.trim() || text.includes('\n') || foreign.test(text)
    ? null
    : `${mark}${escaped}${mark}`
}

function linked(url: string, text: string): string | null {
  return isAddress(url) && !marks.test(text) && !/[|\n]/.test(text) ? `<${escapeText(url)}|${escapeText(text)}>` : null
}

/** Slack looks for no addresses or names in it. */
function verbatim(text: string): MrkdwnElement {
  return { type: 'mrkdwn', text, verbatim: true }
}
