import type { Lang } from '../base/words.ts'
import { actions } from './build.ts'
import type { Block, Form } from './content.ts'

/** Begins the dialogue that asks for a form's inputs one by one, where no form is drawn. */
export const stepByStepAction = 'dialogue.begin'

/** What stands beside the typed way where a form is not drawn; null for a form that asks nothing. */
export function stepByStep(form: Form, lang: Lang): Block | null {
  if (form.inputs.length === 0) return null
  const { label, words } = {
    zh: { label: '逐项填写', words: '/填写' },
    en: { label: 'Fill in step by step', words: '/fill' },
  }[lang]
  return actions({ id: stepByStepAction, label, words, value: nameOf(form) })
}

/** Names a form among those that were offered: JSON of its id and value. */
export function nameOf({ id, value }: Pick<Form, 'id' | 'value'>): string {
  return JSON.stringify({ id, ...(value !== undefined && { value }) })
}
