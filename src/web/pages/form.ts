import type { Lang } from '../../base/words.ts'
import type { Form, FormValues } from '../../content/content.ts'
import { isAsked } from './conditions.ts'
import { h, whileBusy } from './dom.ts'
import { type DrawnInput, drawInput } from './inputs.ts'
import { say } from './say.ts'

export interface FormDeps {
  readonly lang: Lang
  /** Shown opened: it was made for this reader. */
  readonly open: boolean
  /** What was filled in before the form was drawn anew, and where to keep it. */
  readonly drafts: Map<string, FormValues>
  readonly draftKey: string
  /** Answers whether it was taken. */
  submit(values: FormValues): Promise<boolean>
}

/** A form in the chat, folded under its title. */
export function drawForm(form: Form, { lang, open, drafts, draftKey, submit }: FormDeps): HTMLElement {
  const draft = drafts.get(draftKey)
  const inputs = form.inputs.map(input => drawInput(input, draft?.[input.id] ?? input.initial ?? '', lang))
  const send = h('button', { type: 'submit', class: 'primary', title: orType(form.words, lang) }, form.submit)
  const sheet = h('form', { novalidate: true }, ...inputs.map(it => it.element), h('div', { class: 'buttons' }, send))
  const summary = h('summary', {}, h('span', {}, form.title), h('span', { class: 'fill-in' }, say(lang, 'fillIn')))
  const folded = h('details', { class: 'form', open: open || draft !== undefined }, summary, sheet)

  show(inputs)
  sheet.addEventListener('input', () => {
    for (const it of inputs) it.complain('')
    drafts.set(draftKey, show(inputs))
  })
  sheet.addEventListener('submit', event => {
    event.preventDefault()
    const values = show(inputs)
    for (const it of inputs) it.complain(isMissing(it, values) ? say(lang, 'pleaseAnswer') : '')
    if (!sheet.reportValidity()) return
    void whileBusy(send, async () => {
      if (!(await submit(values))) return
      drafts.delete(draftKey)
      folded.open = false
      summary.focus()
    })
  })
  return folded
}

function orType(words: string, lang: Lang): string {
  return say(lang, 'orType', { words })
}

/** Hides what is not asked and answers the values of what is. */
function show(inputs: readonly DrawnInput[]): FormValues {
  const all = inputs.map(it => it.input)
  const values = Object.fromEntries(inputs.map(it => [it.input.id, it.value()]))
  const asked = inputs.filter(it => isAsked(it.input, all, values))
  for (const it of inputs) it.element.hidden = !asked.includes(it)
  return Object.fromEntries(asked.map(it => [it.input.id, it.value()]))
}

function isMissing({ input }: DrawnInput, values: FormValues): boolean {
  const value = values[input.id]
  return (
    input.required === true && value !== undefined && (typeof value === 'string' ? value.trim() : value).length === 0
  )
}
