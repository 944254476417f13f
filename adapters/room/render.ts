import type { Block, Content, Span } from '../../src/content/content.ts'
import { plain } from '../../src/content/plain.ts'
import type { AccountOf } from '../../src/platform/adapter.ts'

export interface RoomPayload {
  /** Drawn by the page as it stands; mentions name users of the Room. */
  readonly content: Content
  readonly text: string
}

export function render(content: Content, accountOf: AccountOf): RoomPayload {
  const named = (spans: readonly Span[]) => spans.map(span => nameAccount(span, accountOf))
  return { content: { ...content, blocks: content.blocks.map(block => mapSpans(block, named)) }, text: plain(content) }
}

function nameAccount(span: Span, accountOf: AccountOf): Span {
  if (span.t !== 'member') return span
  const account = accountOf(span.id)
  return account ? { ...span, id: account.accountId } : { t: 'text', text: `@${span.name}` }
}

function mapSpans(block: Block, map: (spans: readonly Span[]) => readonly Span[]): Block {
  switch (block.b) {
    case 'text':
    case 'quiet':
      return { ...block, spans: map(block.spans) }
    case 'fields':
      return { ...block, fields: block.fields.map(field => ({ ...field, value: map(field.value) })) }
    case 'list':
      return { ...block, items: block.items.map(map) }
    case 'table':
      return { ...block, rows: block.rows.map(row => row.map(map)) }
    case 'heading':
    case 'divider':
    case 'actions':
    case 'form':
    case 'image':
      return block
  }
}
