import type { RawTextElement, RichTextBlock, TableBlock } from '@slack/types'
import type { Block, Column, Span } from '../../../src/content/content.ts'
import { plainSpans } from '../../../src/content/plain.ts'
import type { AccountOf } from '../../../src/platform/adapter.ts'
import { richText, section } from './rich-text.ts'

const MOST_COLUMNS = 20
const MOST_ROWS = 100
/** Every cell costs its marks, and a message holds only so many characters of both. */
const HEAVIEST = 8_000

/** A table of Slack's own; null when it is too large for one. */
export function tableOf({ columns, rows }: Extract<Block, { b: 'table' }>, accountOf: AccountOf): TableBlock | null {
  const head = columns.some(({ label }) => label.trim() !== '') ? [columns.map(({ label }) => raw(label))] : []
  const body = rows.map(row => columns.map((_, at) => cell(row[at] ?? [], accountOf)))
  const table: TableBlock = { type: 'table', rows: [...head, ...body], column_settings: columns.map(settings) }
  const fits = columns.length <= MOST_COLUMNS && table.rows.length <= MOST_ROWS
  return fits && JSON.stringify(table).length <= HEAVIEST ? table : null
}

function settings({ align }: Column) {
  return align === 'end' ? { align: 'right' as const } : { align: 'left' as const, is_wrapped: true }
}

function cell(spans: readonly Span[], accountOf: AccountOf): RichTextBlock | RawTextElement {
  const bare = spans.every(span => span.t === 'text' && (span.style === undefined || span.style === 'quiet'))
  return bare ? raw(plainSpans(spans)) : richText(section(spans, accountOf))
}

/** A space for nothing: Slack refuses an empty cell. */
function raw(text: string): RawTextElement {
  return { type: 'raw_text', text: text === '' ? ' ' : text }
}
