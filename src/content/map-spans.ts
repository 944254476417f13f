import type { Block, Span } from './content.ts'

/** The same block with every run of spans in it changed. */
export function mapSpans(block: Block, change: (spans: readonly Span[]) => readonly Span[]): Block {
  switch (block.b) {
    case 'text':
    case 'quiet':
      return { ...block, spans: change(block.spans) }
    case 'fields':
      return { ...block, fields: block.fields.map(field => ({ ...field, value: change(field.value) })) }
    case 'list':
      return { ...block, items: block.items.map(change) }
    case 'table':
      return { ...block, rows: block.rows.map(row => row.map(change)) }
    case 'heading':
    case 'divider':
    case 'actions':
    case 'form':
    case 'image':
    case 'file':
    case 'details':
      return block
  }
}
