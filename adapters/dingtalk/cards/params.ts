import { actions } from '../../../src/content/build.ts'
import type { Block, Button, Content } from '../../../src/content/content.ts'
import { graphemes, sizeOf } from '../../../src/content/measure.ts'
import { beside } from '../render/spans.ts'
import { linesIn } from './lines.ts'
import { barePieces, piecesOf } from './markup.ts'
import { buttonRows, type CardParams, LARGEST_VALUE, texts } from './variables.ts'

/** Shown in the list of chats and over the card; a longer heading also stands in the text. */
const LONGEST_TITLE = 60
const LONGEST_LABEL = 40
const BREAK = '<br>'
/** In bytes. Where whole lines leave too much room unused, values are filled with pieces of lines. */
const SMALL_PIECE = 64

/**
 * What a template of ours is filled with to show this content; null where it has no room for all of it, so that it is said
 * without a card. Buttons stand below everything; what a value cannot carry is typed instead.
 *
 * @param callBy - put before a command that is to be typed, as in a group
 */
export function cardParams({ lang, blocks }: Content, callBy = ''): CardParams | null {
  const { title, rest } = titled(blocks)
  const { rows, typed } = seat(rest.flatMap(block => (block.b === 'actions' ? block.buttons : [])))
  const lines = rest.flatMap(block => linesIn(withOnly(block, typed), lang))
  const pen = { callBy, ring: () => null }
  const fine = packed(lines.map(line => inOneValue(piecesOf(line, pen, LARGEST_VALUE))))
  const filled = fine.length <= texts.length ? fine : packed(lines.map(line => barePieces(line, pen, SMALL_PIECE)))
  if (filled.length > texts.length) return null
  return {
    title,
    ...Object.fromEntries(texts.map((name, at) => [name, filled[at] ?? ''])),
    ...Object.fromEntries(buttonRows.map((name, at) => [name, JSON.stringify(rows[at] ?? [])])),
  }
}

/** Whether there is anything to press, which a message without a card cannot offer. */
export function isPressable(params: CardParams): boolean {
  return buttonRows.some(name => params[name] !== '[]')
}

function titled(blocks: readonly Block[]): { title: string; rest: readonly Block[] } {
  const [first] = blocks
  if (first?.b !== 'heading') return { title: '', rest: blocks }
  const title = shortened(first.text, LONGEST_TITLE)
  return { title, rest: title === first.text ? blocks.slice(1) : blocks }
}

function shortened(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, ' ')
  const all = [...graphemes(line)]
  return all.length <= most ? line : `${all.slice(0, most - 1).join('')}…`
}

/** Of a row of buttons only those that are typed are left. */
function withOnly(block: Block, typed: ReadonlySet<Button>): Block {
  return block.b === 'actions' ? (actions(...block.buttons.filter(button => typed.has(button))) ?? nothing) : block
}

const nothing: Block = { b: 'details' }

/** A button as a card knows it: what comes back when it is pressed, and how it looks. */
interface Seated {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly style: 'primary' | 'danger' | 'default'
}

/** Puts buttons into rows, in order; what finds no room is typed. */
function seat(buttons: readonly Button[]): { rows: readonly (readonly Seated[])[]; typed: ReadonlySet<Button> } {
  const rows: Seated[][] = [[]]
  const typed = new Set<Button>()
  for (const button of buttons) {
    const seated = seatOf(button)
    const row = rows.at(-1) ?? []
    if (!fits([seated])) typed.add(button)
    else if (fits([...row, seated])) row.push(seated)
    else if (rows.length < buttonRows.length) rows.push([seated])
    else typed.add(button)
  }
  return { rows, typed }
}

function seatOf({ id, label, words, value = '', style }: Button): Seated {
  return { id, label: shortened(label.trim() === '' ? words : label, LONGEST_LABEL), value, style: style ?? 'default' }
}

function fits(row: readonly Seated[]): boolean {
  return sizeOf(JSON.stringify(row), 'bytes') <= LARGEST_VALUE
}

/** A line that has room in one value is not parted. */
function inOneValue(pieces: readonly string[]): readonly string[] {
  const line = pieces.reduce(beside, '')
  return sizeOf(line, 'bytes') <= LARGEST_VALUE ? [line] : pieces
}

/** Fills one value after the other, changing over only between pieces. */
function packed(lines: readonly (readonly string[])[]): readonly string[] {
  const values: string[] = []
  let open: string | null = null
  for (const pieces of lines) {
    for (const [at, piece] of pieces.entries()) {
      const joined: string = open === null ? piece : at === 0 ? `${open}${BREAK}${piece}` : beside(open, piece)
      if (sizeOf(joined, 'bytes') <= LARGEST_VALUE) {
        open = joined
        continue
      }
      values.push(open ?? '')
      open = piece
    }
  }
  return open === null ? values : [...values, open]
}
