import type { Block, Content, Span } from '../content/content.ts'

/** The ids of all members whom a content mentions, each once. */
export function membersIn(content: Content): string[] {
  const ids = content.blocks.flatMap(spansOf).flatMap(span => (span.t === 'member' ? [span.id] : []))
  return [...new Set(ids)]
}

function spansOf(block: Block): readonly Span[] {
  switch (block.b) {
    case 'text':
    case 'quiet':
      return block.spans
    case 'fields':
      return block.fields.flatMap(field => field.value)
    case 'list':
      return block.items.flat()
    case 'table':
      return block.rows.flat(2)
    case 'heading':
    case 'divider':
    case 'actions':
    case 'form':
    case 'image':
    case 'file':
    case 'details':
      return []
  }
}
