import type { Lang } from '../../base/words.ts'
import type { Input } from '../../content/content.ts'
import { h } from './dom.ts'
import { say } from './say.ts'

export type Value = string | readonly string[]

/** One question of a form, drawn. */
export interface DrawnInput {
  readonly input: Input
  readonly element: HTMLElement
  value(): Value
  /** Says on the spot what is missing; empty when nothing is. */
  complain(fault: string): void
}

let drawn = 0

export function drawInput(input: Input, initial: Value, lang: Lang): DrawnInput {
  const id = `input-${drawn++}`
  const options = optionsOf(input, lang)
  return options === null ? drawField(input, id, String(initial), lang) : drawOptions(input, id, options, initial, lang)
}

interface Option {
  readonly value: string
  readonly label: string
}

/** Null for what is written rather than chosen. */
function optionsOf({ kind, options = [], scale }: Input, lang: Lang): readonly Option[] | null {
  switch (kind) {
    case 'choice':
    case 'choices':
      return options
    case 'yes-no':
      return [
        { value: 'yes', label: say(lang, 'yes') },
        { value: 'no', label: say(lang, 'no') },
      ]
    case 'scale': {
      const { from, to } = scale ?? { from: 1, to: 5 }
      return Array.from({ length: to - from + 1 }, (_, at) => ({ value: `${from + at}`, label: `${from + at}` }))
    }
    default:
      return null
  }
}

function labelText({ label, required }: Input, lang: Lang): Node[] {
  const text = document.createTextNode(label)
  return required ? [text, h('span', { class: 'required' }, say(lang, 'required'))] : [text]
}

function drawField(input: Input, id: string, initial: string, lang: Lang): DrawnInput {
  const notes = drawNotes(input, id)
  const shared = { id, 'aria-required': input.required && 'true', ...notes.attributes }
  const field =
    input.kind === 'text' ? h('textarea', { ...shared, rows: 3 }) : h('input', { ...shared, ...kindOf(input) })
  field.value = initial
  return {
    input,
    element: h(
      'div',
      { class: 'input' },
      h('label', { for: id }, ...labelText(input, lang)),
      notes.hint,
      field,
      notes.fault,
    ),
    value: () => field.value,
    complain: fault => field.setCustomValidity(fault),
  }
}

interface Notes {
  readonly hint: HTMLElement | null
  readonly fault: HTMLElement | null
  /** What ties both to the field, for who cannot see that they stand beside it. */
  readonly attributes: Readonly<Record<string, string | undefined>>
}

function drawNotes({ hint, fault }: Input, id: string): Notes {
  const above = hint === undefined ? null : h('small', { id: `${id}-hint` }, hint)
  const below = fault === undefined ? null : h('small', { id: `${id}-fault`, class: 'fault' }, fault)
  const described = [above, below].flatMap(note => (note === null ? [] : [note.id])).join(' ')
  return {
    hint: above,
    fault: below,
    attributes: {
      'aria-describedby': described === '' ? undefined : described,
      'aria-invalid': below === null ? undefined : 'true',
    },
  }
}

/** Numbers are texts to the browser: people write 8万 and 1.5w. */
function kindOf({ kind }: Input): Readonly<Record<string, string>> {
  if (kind === 'date' || kind === 'time') return { type: kind }
  return { type: 'text', autocomplete: 'off', ...(kind === 'number' && { inputmode: 'decimal', class: 'number' }) }
}

function drawOptions(input: Input, name: string, options: readonly Option[], initial: Value, lang: Lang): DrawnInput {
  const type = input.kind === 'choices' ? 'checkbox' : 'radio'
  const chosen = new Set(typeof initial === 'string' ? [initial] : initial)
  const { hint, fault, attributes } = drawNotes(input, name)
  const { 'aria-describedby': described, ...invalid } = attributes
  const boxes = options.map(({ value }) => h('input', { type, name, value, checked: chosen.has(value), ...invalid }))
  const labels = options.map(({ label }, at) => h('label', {}, boxes[at] ?? null, h('span', {}, label)))
  const values = () => boxes.filter(box => box.checked).map(box => box.value)
  return {
    input,
    element: h(
      'fieldset',
      { class: `input options ${input.kind}`, 'aria-describedby': described },
      h('legend', {}, ...labelText(input, lang)),
      hint,
      h('div', { class: 'choices' }, ...labels),
      fault,
    ),
    value: () => (type === 'checkbox' ? values() : (values()[0] ?? '')),
    complain: fault => boxes[0]?.setCustomValidity(fault),
  }
}
