import type { Lang, Words } from '../../../src/base/words.ts'
import type { Form, Input } from '../../../src/content/content.ts'
import { choicesOf } from '../../shared/choices.ts'
import { keyOf, pressedBy } from './key.ts'
import { cut, widths } from './label.ts'
import { blank } from './press.ts'
import type { CardOption, Select, SelectCard, VoteCard } from './template-card.ts'

const mostQuestions = 3
const mostOptions = 10
const mostVotes = 20
const longestId = 128
const longestKey = 1_024

const choose: Words = { zh: '请选择', en: 'Choose' }

/** A form that asks only to choose, as a card; null where a card could not ask all of it. */
export function formCard(form: Form, lang: Lang): SelectCard | VoteCard | null {
  const { inputs } = form
  const [first] = inputs
  if (first === undefined || inputs.some(({ when, fault }) => when !== undefined || fault !== undefined)) return null
  if (inputs.length === 1 && first.kind === 'choices') return voteCard(form, first, lang)
  const selects = inputs.map(input => selectOf(input, lang))
  if (inputs.length > mostQuestions || selects.includes(null)) return null
  return {
    card_type: 'multiple_interaction',
    main_title: { title: titleOf(form, lang) },
    select_list: selects.filter(one => one !== null),
    submit_button: submitOf(form),
  }
}

function voteCard(form: Form, input: Input, lang: Lang): VoteCard | null {
  const options = optionsOf(input, lang)
  if (options === null || options.length > mostVotes) return null
  const chosen: readonly string[] = typeof input.initial === 'string' ? [input.initial] : (input.initial ?? [])
  const marked = options.map(option => (chosen.includes(option.id) ? { ...option, is_checked: true } : option))
  const question_key = keyFor(input)
  if (question_key === null) return null
  return {
    card_type: 'vote_interaction',
    main_title: { title: titleOf(form, lang), desc: cut(input.label, widths.question) },
    checkbox: { question_key, mode: 1, option_list: marked },
    submit_button: submitOf(form),
  }
}

/** What nobody has chosen yet is open: WeCom would take its first option for the answer. */
function selectOf(input: Input, lang: Lang): Select | null {
  const options = input.kind === 'choices' ? null : optionsOf(input, lang)
  const question_key = keyFor(input)
  if (options === null || question_key === null) return null
  const chosen = options.find(({ id }) => id === input.initial)
  const open = { id: blank, text: choose[lang] }
  const offered = chosen === undefined || input.required !== true ? [open, ...options] : options
  if (offered.length > mostOptions) return null
  return {
    question_key,
    title: cut(input.label, widths.question),
    selected_id: chosen?.id ?? blank,
    option_list: offered,
  }
}

/** Null where there is nothing to choose from, or no card could carry it. */
function optionsOf(input: Input, lang: Lang): readonly CardOption[] | null {
  const options = choicesOf(input, lang).map(({ value, label }) => ({ id: value, text: cut(label, widths.option) }))
  const ids = new Set(options.map(({ id }) => id))
  const able = ids.size === options.length && options.length > 0
  const carried = options.every(({ id }) => id !== '' && id !== blank && Buffer.byteLength(id) <= longestId)
  return able && carried ? options : null
}

function keyFor({ id }: Input): string | null {
  return id !== '' && Buffer.byteLength(id) <= longestKey ? id : null
}

function titleOf({ title }: Form, lang: Lang): string {
  return cut(title, widths.title) || choose[lang]
}

function submitOf(form: Form): { readonly text: string; readonly key: string } {
  return { text: cut(form.submit.trim() || form.title, widths.button), key: keyOf(pressedBy(form), 0) }
}
