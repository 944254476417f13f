import type { Lang } from '../base/words.ts'
import { code, list, quiet, type Spanlike, strong, text } from './build.ts'
import type { Canvas } from './canvas.ts'
import type { Block, Button, Column, Span } from './content.ts'
import { mapSpans } from './map-spans.ts'
import { colon, plainSpans, saysItself } from './plain.ts'
import { stepByStep } from './step-by-step.ts'

/**
 * The blocks that say the same on this canvas. What it draws stays as it is, without a list's items that say nothing; `text`
 * is drawn everywhere.
 */
export function degrade(blocks: readonly Block[], canvas: Canvas, lang: Lang): readonly Block[] {
  // Mentions first: what is left of them decides whether there is anything to say.
  return blocks.map(block => withoutMentions(block, canvas)).flatMap(block => drawable(block, canvas, lang))
}

function drawable(block: Block, canvas: Canvas, lang: Lang): readonly Block[] {
  if (isDrawn(block, canvas)) return [saying(block)]
  return simpler(block, lang).flatMap(next => drawable(next, canvas, lang))
}

function saying(block: Block): Block {
  return block.b === 'list' ? { ...block, items: block.items.filter(saysSomething) } : block
}

/** A list's mark alone is no words, and some platforms draw none for it. */
function saysSomething(item: readonly Span[]): boolean {
  return plainSpans(item).trim() !== ''
}

function isDrawn(block: Block, canvas: Canvas): boolean {
  if (block.b === 'text') return true
  if (block.b === 'form' && canvas.forms?.(block.form) === false) return false
  return canvas.blocks.has(block.b) && (block.b !== 'image' || canvas.images)
}

/** One step down: the same words in a simpler block. Every road ends in `text`. */
export function simpler(block: Block, lang: Lang): readonly Block[] {
  switch (block.b) {
    case 'heading':
      return [text(strong(block.text))]
    case 'fields':
      return present(list(block.fields.map(field => [`${field.label}${colon(lang)}`, ...field.value])))
    case 'list':
      return block.items.filter(saysSomething).map(item => text('• ', ...item))
    case 'table':
      return present(list(block.rows.map(row => rowAsItem(block.columns, row))))
    case 'quiet':
      return [text(...block.spans.map(subdued))]
    case 'divider':
    case 'details':
      return []
    case 'actions':
      return [quiet(...joined(block.buttons.map(typedWay)))]
    case 'form':
      return [text(strong(block.form.title), ' → ', code(block.form.words)), ...present(stepByStep(block.form, lang))]
    case 'image':
      return [text(block.alt)]
    case 'file':
      return [text(strong(block.name), colon(lang), block.alt)]
    case 'text':
      return [block]
  }
}

function typedWay(button: Button): readonly Spanlike[] {
  const typed = code(button.words)
  return saysItself(button) ? ['[', typed, ']'] : [`[${button.label}] → `, typed]
}

/**
 * `1 · Li · Calls 25`: the first cell names the row, with the second where it is a bare number; the others carry their
 * column's label. What is empty or only a dash is left out.
 */
function rowAsItem(columns: readonly Column[], row: readonly (readonly Span[])[]): readonly Spanlike[] {
  const named = /^\d+$/.test(plainSpans(row[0] ?? [])) ? 2 : 1
  const cells = row.map((cell, at): readonly Spanlike[] => {
    const label = columns[at]?.label ?? ''
    return at < named || label === '' ? cell : [`${label} `, ...cell]
  })
  return joined(cells.filter((_, at) => at === 0 || !isNothing(row[at] ?? [])))
}

function isNothing(cell: readonly Span[]): boolean {
  return /^[–—]?$/.test(plainSpans(cell))
}

function joined(parts: readonly (readonly Spanlike[])[]): readonly Spanlike[] {
  return parts.flatMap((part, at) => (at === 0 ? part : [' · ', ...part]))
}

function subdued(span: Span): Span {
  return span.t === 'text' && span.style === undefined ? { ...span, style: 'quiet' } : span
}

function present(block: Block | null): readonly Block[] {
  return block === null ? [] : [block]
}

function withoutMentions(block: Block, canvas: Canvas): Block {
  return canvas.mentions === 'none' ? mapSpans(block, spans => spans.map(nameOnly)) : block
}

function nameOnly(span: Span): Span {
  return span.t === 'member' ? { t: 'text', text: span.name } : span
}
