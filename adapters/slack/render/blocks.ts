import type { KnownBlock } from '@slack/types'
import type { Lang } from '../../../src/base/words.ts'
import { strong } from '../../../src/content/build.ts'
import type { Block, Field } from '../../../src/content/content.ts'
import { simpler } from '../../../src/content/degrade.ts'
import { colon, linesOf, plain } from '../../../src/content/plain.ts'
import type { AccountOf } from '../../../src/platform/adapter.ts'
import { doorTo, isPressable, type Numbering, numbering, rowsOf } from './buttons.ts'
import { hasEntity } from './escape.ts'
import { cutTo, label } from './label.ts'
import { contextOf, fieldsOf } from './mrkdwn.ts'
import { list, preformatted, richText, section } from './rich-text.ts'
import { tableOf } from './table.ts'

/** A picture that is to be uploaded before its block can be posted. */
export interface PlacedPicture {
  readonly ref: string
  /** Short enough for a block. */
  readonly alt: string
  /** Where the block stands whose `slack_file` is still to be named. */
  readonly blockIndex: number
}

export interface Drawing {
  readonly blocks: KnownBlock[]
  readonly pictures: readonly PlacedPicture[]
}

export interface Manner {
  readonly lang: Lang
  readonly accountOf: AccountOf
  /** How many tables of Slack's own the surface takes: one in a message, none in a view. */
  readonly tables: number
  /** Only what is said, with hardly a mark: for what would be too heavy otherwise. */
  readonly bare?: boolean
}

/** Draws what says anything, in order. */
export function drawBlocks(blocks: readonly Block[], manner: Manner): Drawing {
  const number = numbering()
  const drawn: KnownBlock[] = []
  const pictures: PlacedPicture[] = []
  for (const block of blocks.filter(one => saysSomething(one, manner.lang))) {
    if (block.b === 'image') pictures.push({ ref: block.ref, alt: altOf(block), blockIndex: drawn.length })
    const tables = manner.tables - drawn.filter(({ type }) => type === 'table').length
    drawn.push(...(manner.bare ? drawBare : drawBlock)(block, { ...manner, tables, number }))
  }
  return { blocks: drawn, pictures }
}

interface Pen extends Manner {
  readonly number: Numbering
}

function saysSomething(block: Block, lang: Lang): boolean {
  return linesOf(block, lang).some(line => line.trim() !== '')
}

function drawBlock(block: Block, pen: Pen): KnownBlock[] {
  const { accountOf, lang, number, tables } = pen
  switch (block.b) {
    case 'heading':
      return [drawHeading(block.text)]
    case 'text':
      return [richText(section(block.spans, accountOf))]
    case 'fields':
      return [fieldsOf(block.fields, accountOf) ?? drawFields(block.fields, pen)]
    case 'list':
      return [richText(list(block.items, accountOf))]
    case 'table':
      return [(tables > 0 ? tableOf(block, accountOf) : null) ?? drawWide(block, lang)]
    case 'quiet':
      return [contextOf(block.spans, accountOf) ?? richText(section(block.spans, accountOf))]
    case 'divider':
      return [{ type: 'divider' }]
    case 'actions':
      return [...rowsOf(block.buttons.filter(isPressable), number), ...drawTyped(block, pen)]
    case 'form':
      return [doorTo(block.form, lang, number)]
    case 'image':
      return [{ type: 'image', alt_text: altOf(block), slack_file: { id: '' } }]
    case 'file':
      return simpler(block, lang).flatMap(one => drawBlock(one, pen))
    case 'details':
      return []
  }
}

/** The same words with as few marks as can be. */
function drawBare(block: Block, pen: Pen): KnownBlock[] {
  switch (block.b) {
    case 'text':
    case 'fields':
    case 'list':
    case 'quiet':
    case 'actions':
      return [richText(section([{ t: 'text', text: plain({ lang: pen.lang, blocks: [block] }) }], pen.accountOf))]
    case 'table':
      return [drawWide(block, pen.lang)]
    default:
      return drawBlock(block, pen)
  }
}

const LONGEST_ALT = 2_000

function altOf({ alt }: { readonly alt: string }): string {
  return cutTo(alt, LONGEST_ALT)
}

const LONGEST_HEADER = 150

function drawHeading(text: string): KnownBlock {
  if (text.length <= LONGEST_HEADER && !hasEntity(text)) return { type: 'header', text: label(text, LONGEST_HEADER) }
  return richText(section([strong(text)], () => null))
}

/** One field a line. */
function drawFields(fields: readonly Field[], { lang, accountOf }: Pen): KnownBlock {
  const lines = fields.map((field, at) => [
    strong(`${at === 0 ? '' : '\n'}${field.label}${colon(lang)}`),
    ...field.value,
  ])
  return richText(section(lines.flat(), accountOf))
}

/** In a face of one width, with the columns below each other. */
function drawWide(block: Block, lang: Lang): KnownBlock {
  return richText(preformatted(plain({ lang, blocks: [block] })))
}

function drawTyped(block: Extract<Block, { b: 'actions' }>, pen: Pen): KnownBlock[] {
  const typed = block.buttons.filter(button => !isPressable(button))
  return typed.length === 0 ? [] : simpler({ ...block, buttons: typed }, pen.lang).flatMap(one => drawBlock(one, pen))
}
