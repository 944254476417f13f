import type { Lang } from '../../../src/base/words.ts'
import type { Block, Button, Span } from '../../../src/content/content.ts'
import { plainSpans } from '../../../src/content/plain.ts'
import { keyOf, pressedBy } from './key.ts'
import { cut, fits, widths } from './label.ts'
import type { ButtonCard, CardButton } from './template-card.ts'

export const mostButtons = 6
const mostFields = 6

const choose = { zh: '请选择', en: 'Choose' }

export interface DrawnCard {
  readonly card: ButtonCard
  /** All that the other blocks say stands in the card, so that nothing need go before it. */
  readonly complete: boolean
}

/** Buttons under what they are about: all of it where it is short enough, else its heading, cut kindly. */
export function buttonCard(buttons: readonly Button[], others: readonly Block[], lang: Lang): DrawnCard {
  const button_list = buttons.slice(0, mostButtons).map(drawButton)
  const face = faceOf(others, lang)
  if (face !== null) return { card: { card_type: 'button_interaction', ...face, button_list }, complete: true }
  const title = cut(headingOf(others), widths.title) || choose[lang]
  return {
    card: { card_type: 'button_interaction', main_title: { title }, button_list },
    complete: others.length === 0,
  }
}

/** WeCom's looks: 1 is blue, 2 red on grey, and 4 a quiet grey. */
const looks = { primary: 1, danger: 2 } as const

function drawButton(button: Button, place: number): CardButton {
  const { label, words, style } = button
  return {
    text: cut(label.trim() === '' ? words : label, widths.button) || '…',
    style: style === undefined ? 4 : looks[style],
    key: keyOf(pressedBy(button), place),
  }
}

type Face = Pick<ButtonCard, 'main_title' | 'sub_title_text' | 'horizontal_content_list'>

/** A short title, a few words and a few fields: what a card can hold. Null for anything else. */
function faceOf(blocks: readonly Block[], lang: Lang): Face | null {
  const lines = blocks.flatMap(block => (block.b === 'fields' ? [] : [wordsOf(block)]))
  if (lines.includes(null)) return null
  const [first = '', ...more] = lines.filter(line => line !== null)
  // A sentence that is too long for a title stands below one.
  const [title, rest] =
    blocks[0]?.b === 'heading' || holds(first, widths.title) ? [first, more] : [choose[lang], [first, ...more]]
  const sub = rest.join('\n')
  const list = blocks.flatMap(block => (block.b === 'fields' ? block.fields : []))
  const fieldsLast = blocks.slice(blocks.findIndex(({ b }) => b === 'fields')).every(({ b }) => b === 'fields')
  const bare = list.every(({ value }) => value.every(isBare))
  const rows = list.map(({ label, value }) => ({ keyname: label.trim(), value: plainSpans(value).trim() }))
  const held = rows.every(({ keyname, value }) => holds(keyname, widths.key) && holds(value, widths.value))
  if (!holds(title, widths.title) || !fits(sub, widths.sub) || !bare || !held || rows.length > mostFields) return null
  if (rows.length > 0 && !fieldsLast) return null
  return {
    main_title: { title: title.trim() },
    ...(sub.trim() !== '' && { sub_title_text: sub }),
    ...(rows.length > 0 && { horizontal_content_list: rows }),
  }
}

function holds(words: string, columns: number): boolean {
  return words.trim() !== '' && !/[\r\n]/.test(words) && fits(words, columns)
}

function isBare(span: Span): boolean {
  return span.t === 'text'
}

/** The words of a block that a card can show as they are; null where it could not. */
function wordsOf(block: Block): string | null {
  if (block.b === 'heading') return block.text
  return (block.b === 'text' || block.b === 'quiet') && block.spans.every(isBare) ? plainSpans(block.spans) : null
}

/** What the words before the card begin with; without a heading they would only be said twice. */
function headingOf([first]: readonly Block[]): string {
  return first?.b === 'heading' ? first.text : ''
}
