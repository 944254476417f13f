import type { Lang } from '../../../src/base/words.ts'
import type { Block, Field, Span } from '../../../src/content/content.ts'
import { simpler } from '../../../src/content/degrade.ts'
import { colon, linesOf, plainSpans } from '../../../src/content/plain.ts'
import { guarded, neutral, oneLine } from './neutral.ts'
import { marked, type Pen } from './spans.ts'

/** A line with its marks, and without them for where it must be cut. */
export interface Line {
  readonly marked: string
  readonly bare: string
}

export interface Manner extends Pen {
  readonly lang: Lang
}

/** The lines of one block, as WeCom is to draw them. */
export function drawBlock(block: Block, manner: Manner): readonly Line[] {
  const { dialect, lang } = manner
  switch (block.b) {
    case 'heading':
      return [headed(block.text)]
    case 'text':
      return drawSpans(block.spans, manner)
    case 'quiet':
      return drawSpans(block.spans.map(hushed), manner)
    case 'fields':
      return block.fields.flatMap(field => drawField(field, manner))
    case 'list':
      return block.items.flatMap(item => hung(drawSpans(item, manner), dialect.lists ? '- ' : '• '))
    case 'table':
      return dialect.tables ? drawTable(block, manner) : drawSimpler(block, manner)
    case 'divider':
      return [{ marked: dialect.rule, bare: dialect.rule }]
    case 'actions':
    case 'form':
      return linesOf(block, lang).map(line => ({ marked: guarded(neutral(line)), bare: line }))
    case 'image':
      return drawSpans([{ t: 'text', text: block.alt }], manner)
    case 'file':
      return drawSimpler(block, manner)
    case 'details':
      return []
  }
}

function drawSimpler(block: Block, manner: Manner): readonly Line[] {
  return simpler(block, manner.lang).flatMap(one => drawBlock(one, manner))
}

function drawSpans(raw: readonly Span[], pen: Pen): readonly Line[] {
  const spans = raw.map(flat)
  const bare = plainSpans(spans).replaceAll(/\r\n?/g, '\n').split('\n')
  return marked(spans, pen)
    .split('\n')
    .map((line, at) => ({ marked: guarded(line), bare: bare[at] ?? line }))
}

/** Names and links have no line ends: so there are as many lines with marks as without. */
function flat(span: Span): Span {
  if (span.t === 'member') return { ...span, name: oneLine(span.name) }
  return span.t === 'link' ? { ...span, text: oneLine(span.text), url: oneLine(span.url) } : span
}

/** Signs at the end of a heading would be taken for its closing marks. */
function headed(text: string): Line {
  const words = neutral(oneLine(text)).trim()
  return { marked: `### ${guarded(words).replace(/#+$/, signs => '＃'.repeat(signs.length))}`, bare: oneLine(text) }
}

function hushed(span: Span): Span {
  return span.t === 'text' && span.style === undefined ? { ...span, style: 'quiet' } : span
}

function drawField({ label, value }: Field, manner: Manner): readonly Line[] {
  const name: Span = { t: 'text', text: `${oneLine(label)}${colon(manner.lang)}`, style: 'strong' }
  return hung(drawSpans([name, ...value], manner), '', '\u00a0\u00a0')
}

/** The first line that says something behind its mark, the others under it: behind a mark alone a list would not go on. */
function hung(all: readonly Line[], mark: string, indent = '\u00a0'.repeat(mark.length)): readonly Line[] {
  const first = all.findIndex(({ bare }) => bare.trim() !== '')
  return all.slice(first < 0 ? all.length : first).map((line, at) => {
    const before = at === 0 ? mark : indent
    return { marked: before + line.marked, bare: before + line.bare }
  })
}

function drawTable({ columns, rows }: Extract<Block, { b: 'table' }>, manner: Manner): readonly Line[] {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rule = columns.map(({ align }) => (align === 'end' ? '--:' : ':--'))
  const drawn = rows.map(cells => columns.map((_, at) => oneLine(marked(cells[at] ?? [], manner))))
  const plainly = rows.map(cells => columns.map((_, at) => oneLine(plainSpans(cells[at] ?? []))).join('  '))
  return [
    { marked: row(columns.map(({ label }) => neutral(oneLine(label)))), bare: '' },
    { marked: row(rule), bare: '' },
    ...drawn.map((cells, at) => ({ marked: row(cells), bare: plainly[at] ?? '' })),
  ]
}
