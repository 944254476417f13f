import { field, fields, heading, quiet } from '../../../content/build.ts'
import type { Block } from '../../../content/content.ts'
import { askedInputs, type Dialogue } from '../state.ts'
import { ways } from './buttons.ts'
import { shown } from './shown.ts'

/** All answers, numbered, before they are submitted. */
export function summary(dialogue: Dialogue): readonly (Block | null)[] {
  const { form, lang, answers } = dialogue
  const rows = askedInputs(dialogue).map((input, at) => {
    const answer = answers[input.id] ?? ''
    return field(`${at + 1} ${input.label}`, answer.length === 0 ? '—' : shown(input, answer, lang))
  })
  const how = {
    zh: '都对就提交；要改哪一项，发它的编号。',
    en: 'Submit it if all is right; to change one, send its number.',
  }
  return [heading(form.title), fields(...rows), quiet(how[lang]), ...ways(dialogue, [], ['submit', 'back', 'cancel'])]
}
