import type { Lang } from '../base/words.ts'
import type { Block, Button, Column, Content, Field, Form, Span } from './content.ts'
import { displayWidth } from './measure.ts'

/** The content as bare text, readable by a person, a screen reader or a program. No line ends in spaces. */
export function plain(content: Content): string {
  return content.blocks
    .map(block => linesOf(block, content.lang).map(line => line.trimEnd()))
    .map(lines => lines.join('\n').trimEnd())
    .filter(text => text !== '')
    .join('\n')
}

export function plainSpans(spans: readonly Span[]): string {
  return spans.map(plainSpan).join('')
}

function plainSpan(span: Span): string {
  switch (span.t) {
    case 'text':
      return span.text
    case 'member':
      return `@${span.name}`
    case 'link':
      return plainLink(span)
  }
}

export function plainLink(link: { readonly url: string; readonly text: string }): string {
  return link.text === '' || link.text === link.url ? link.url : `${link.text} (${link.url})`
}

/** Between a label and its value. */
export function colon(lang: Lang): string {
  return lang === 'zh' ? '：' : ': '
}

/** One block as lines, with whatever spaces it has: what `fit` measures, so never less than what is drawn as text. */
export function linesOf(block: Block, lang: Lang): readonly string[] {
  switch (block.b) {
    case 'heading':
      return [oneLine(block.text)]
    case 'text':
    case 'quiet':
      return plainSpans(block.spans).split('\n')
    case 'fields':
      return block.fields.flatMap(field => fieldLines(field, lang))
    case 'list':
      return block.items.flatMap(item => hang('• ', plainSpans(item)))
    case 'table':
      return tableLines(block.columns, block.rows)
    case 'divider':
      return ['---']
    case 'actions':
      return block.buttons.map(buttonLine)
    case 'form':
      return [formLine(block.form)]
    case 'image':
      return [oneLine(block.alt)]
    case 'file':
      return [oneLine(`${block.name}${colon(lang)}${block.alt}`)]
    case 'details':
      return []
  }
}

function fieldLines(field: Field, lang: Lang): readonly string[] {
  return hang(`${oneLine(field.label)}${colon(lang)}`, plainSpans(field.value), '  ')
}

function buttonLine(button: Button): string {
  const words = oneLine(button.words)
  return saysItself(button) ? `[${words}]` : `[${oneLine(button.label)}] → ${words}`
}

/** A button whose label is what is to be typed is not said twice. */
export function saysItself({ label, words }: Button): boolean {
  const bare = words.replace(/^\//, '')
  return bare.toLowerCase() === label.trim().toLowerCase()
}

function formLine(form: Form): string {
  return `${oneLine(form.title)} → ${oneLine(form.words)}`
}

function tableLines(columns: readonly Column[], rows: readonly (readonly (readonly Span[])[])[]): readonly string[] {
  const head = columns.map(column => oneLine(column.label))
  const body = rows.map(row => columns.map((_, at) => oneLine(plainSpans(row[at] ?? []))))
  const lines = head.some(label => label !== '') ? [head, ...body] : body
  const widths = columns.map((_, at) => Math.max(...lines.map(line => displayWidth(line[at] ?? ''))))
  return lines.map(line => line.map((cell, at) => pad(cell, widths[at] ?? 0, columns[at]?.align)).join('  '))
}

function pad(cell: string, width: number, align: Column['align'] = 'start'): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(cell)))
  return align === 'end' ? space + cell : cell + space
}

/** The first line after its mark, the others indented under it. */
function hang(mark: string, text: string, indent = ' '.repeat(mark.length)): readonly string[] {
  return text.split('\n').map((line, at) => (at === 0 ? mark : indent) + line)
}

function oneLine(text: string): string {
  return text.replaceAll(/[\r\n]+/g, ' ')
}
