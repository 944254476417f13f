import { isJson, type Json } from '../shared/json.ts'
import type { Visible } from '../shared/visible.ts'
import { Reading } from './reading.ts'

interface Shown {
  readonly text?: string
  readonly blocks: readonly Json[]
  readonly title?: string
}

/** The words that a reader sees in blocks, or in the text when there are none; one block a line. */
export function visibleText({ text = '', blocks, title }: Shown): Visible {
  const reading = new Reading()
  const lines = title === undefined ? [] : [title]
  if (blocks.length === 0) lines.push(reading.mrkdwn(text, { rings: false }))
  for (const block of blocks) lines.push(lineOf(reading, block))
  return { text: lines.filter(line => line !== '').join('\n'), mentions: reading.mentions, links: reading.links }
}

function lineOf(reading: Reading, block: Json): string {
  switch (block['type']) {
    case 'markdown':
      return reading.markdown(String(block['text']))
    case 'rich_text':
      return reading.richText(block)
    case 'table':
      return rowsOf(block)
        .map(row => row.map(cell => reading.cell(cell)).join(' | '))
        .join('\n')
    default:
      return partsOf(block)
        .map(part => reading.object(part))
        .filter(words => words !== '')
        .join('\n')
  }
}

/** Everything in a block that shows words, in the order in which it is read. */
function partsOf(block: Json): readonly Json[] {
  const { title, text, fields, label, elements, element, accessory, hint } = block
  const own = block['type'] === 'image' ? [block] : []
  return [title, label, text, fields, elements, own, accessory, element, hint].flat().filter(isJson)
}

function rowsOf({ rows }: Json): readonly (readonly Json[])[] {
  return Array.isArray(rows) ? rows.map(row => (Array.isArray(row) ? row.filter(isJson) : [])) : []
}
