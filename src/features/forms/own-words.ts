import type { Lang } from '../../base/words.ts'
import { actions, code, content, heading, list, strong, text } from '../../content/build.ts'
import type { Button, Content } from '../../content/content.ts'
import { cadenceWords } from './cadence-words.ts'
import { commandOf } from './command-of.ts'
import type { TeamForm } from './store.ts'

/** For whoever only answers them: when each is due, and how to fill it in. */
export function ownForms(forms: readonly TeamForm[], lang: Lang): Content {
  const w = {
    zh: { title: '要你填的表单', none: '现在没有要你填的表单。', due: '截止' },
    en: { title: 'Forms for you', none: 'No form asks you for anything now.', due: 'due' },
  }[lang]
  return content(
    lang,
    forms.length === 0 ? text(w.none) : heading(w.title),
    list(
      forms.map(form => {
        const due = cadenceWords(form.definition.cadence, lang).due
        return [strong(form.definition.title[lang]), ` · ${w.due} ${due} · `, code(commandOf(form, lang))]
      }),
    ),
    actions(...forms.map(form => openButton(form, lang))),
  )
}

export function openButton(form: TeamForm, lang: Lang): Button {
  const title = form.definition.title[lang]
  const label = { zh: `填${title}`, en: `Fill in ${title}` }[lang]
  return { id: 'reports.open', label, words: commandOf(form, lang), value: form.key }
}
