import type { RichTextBlock, RichTextElement, RichTextList, RichTextPreformatted, RichTextSection } from '@slack/types'
import type { Span } from '../../../src/content/content.ts'
import { plainLink } from '../../../src/content/plain.ts'
import type { AccountOf } from '../../../src/platform/adapter.ts'

/** Rich text holds words as they are: Slack reads no marks, mentions or links in them. */
export function richText(...parts: (RichTextSection | RichTextList | RichTextPreformatted)[]): RichTextBlock {
  return { type: 'rich_text', elements: parts }
}

export function section(spans: readonly Span[], accountOf: AccountOf): RichTextSection {
  const elements = spans.flatMap(span => inline(span, accountOf))
  return { type: 'rich_text_section', elements: elements.length > 0 ? elements : [{ type: 'text', text: ' ' }] }
}

export function list(items: readonly (readonly Span[])[], accountOf: AccountOf): RichTextList {
  return { type: 'rich_text_list', style: 'bullet', elements: items.map(item => section(item, accountOf)) }
}

export function preformatted(text: string): RichTextPreformatted {
  return { type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }
}

/** None for an empty text, which Slack refuses. */
function inline(span: Span, accountOf: AccountOf): RichTextElement[] {
  switch (span.t) {
    case 'text':
      return words(span.text, span.style)
    case 'member': {
      const account = accountOf(span.id)
      return account === null ? words(`@${span.name}`) : [{ type: 'user', user_id: account.accountId }]
    }
    case 'link':
      return isAddress(span.url) ? [linked(span)] : words(plainLink(span))
  }
}

function words(text: string, style?: 'strong' | 'code' | 'quiet'): RichTextElement[] {
  if (text === '') return []
  if (style === 'strong') return [{ type: 'text', text, style: { bold: true } }]
  if (style === 'code') return [{ type: 'text', text, style: { code: true } }]
  return [{ type: 'text', text }]
}

function linked({ url, text }: { readonly url: string; readonly text: string }): RichTextElement {
  return text === '' || text === url ? { type: 'link', url } : { type: 'link', url, text }
}

/** Slack refuses a message whose link leads nowhere. */
export function isAddress(url: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s<>|]+$/i.test(url) && url.length <= 3_000 && URL.canParse(url)
}
