import type { InputBlock, InputBlockElement, PlainTextInput, PlainTextOption } from '@slack/types'
import type { Lang } from '../../../src/base/words.ts'
import type { Input } from '../../../src/content/content.ts'
import { choicesOf } from '../../shared/choices.ts'
import { hintOf } from './hint.ts'
import { initials, LONGEST_TEXT } from './initial.ts'
import { label } from './label.ts'
import { optionsOf } from './options.ts'

const LONGEST_LABEL = 2_000
const MOST_RADIO_BUTTONS = 5
const MOST_CHECKBOXES = 10

/** One question of a form. What hangs on another answer is always shown, and never required here. */
export function drawInput(input: Input, form: readonly Input[], lang: Lang): InputBlock {
  const hint = hintOf(input, form, lang)
  return {
    type: 'input',
    block_id: input.id,
    label: label(input.label, LONGEST_LABEL),
    element: { ...elementOf(input, lang), action_id: input.id },
    optional: input.required !== true || input.when !== undefined,
    ...(hint === null ? {} : { hint: label(hint, LONGEST_LABEL) }),
  }
}

function elementOf(input: Input, lang: Lang): InputBlockElement {
  const [first = ''] = initials(input)
  if (input.kind === 'date') return { type: 'datepicker', ...(isDate.test(first) ? { initial_date: first } : {}) }
  if (input.kind === 'time') return { type: 'timepicker', ...(isTime.test(first) ? { initial_time: first } : {}) }
  const options = optionsOf(choicesOf(input, lang))
  return options === null ? written(input) : chosen(input, options)
}

const isDate = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/
const isTime = /^(?:[01]\d|2[0-3]):[0-5]\d$/

/** Numbers are written too: people write 8万 and 1.5w. */
function written(input: Input): PlainTextInput {
  const initial = initials(input).join('\n').slice(0, LONGEST_TEXT).toWellFormed()
  return {
    type: 'plain_text_input',
    ...(input.kind === 'text' || input.kind === 'choices' ? { multiline: true } : {}),
    ...(initial === '' ? {} : { initial_value: initial }),
  }
}

function chosen(input: Input, all: readonly PlainTextOption[]): InputBlockElement {
  const options = [...all]
  const before = options.filter(({ value = '' }) => initials(input).includes(value))
  const [first] = before
  if (input.kind === 'choices') {
    const type = options.length <= MOST_CHECKBOXES ? 'checkboxes' : 'multi_static_select'
    return { type, options, ...(first === undefined ? {} : { initial_options: before }) }
  }
  const type = input.kind !== 'scale' && options.length <= MOST_RADIO_BUTTONS ? 'radio_buttons' : 'static_select'
  return { type, options, ...(first === undefined ? {} : { initial_option: first }) }
}
