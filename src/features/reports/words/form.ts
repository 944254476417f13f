import type { Lang, Words } from '../../../base/words.ts'
import { actions, code, content, form, heading, text } from '../../../content/build.ts'
import type { Button, Content, FormValues } from '../../../content/content.ts'
import { commandOf } from '../../forms/command-of.ts'
import { formInputs } from '../../forms/inputs.ts'
import type { TeamForm } from '../../forms/store.ts'
import type { Metric } from '../../metrics/catalogue.ts'
import type { Target } from '../press.ts'
import { exampleLine } from './example.ts'
import { dayLabel } from './labels.ts'
import { faultList } from './questions.ts'

interface Offer {
  readonly form: TeamForm
  readonly date: string
  /** Whose it is, when somebody else fills it in. */
  readonly who: string | null
  readonly target: Target
  readonly start: string
  readonly metrics: readonly Metric[]
  readonly prefill: FormValues
  /** Question id → what must be mended in what was filled in. */
  readonly faults: Readonly<Record<string, Words>>
}

/** The form, filled in as far as is known; with faults, what has to be mended first. */
export function formContent(offer: Offer, lang: Lang): Content {
  const { form: asked, date, who, target, start, metrics, prefill, faults } = offer
  const title = [asked.definition.title[lang], dayLabel(date, lang), who ?? ''].filter(part => part !== '').join(' · ')
  const mend = Object.keys(faults).length > 0
  return content(
    lang,
    mend ? text({ zh: '还差一点，什么也没有记：', en: 'Nothing was noted yet; please mend this:' }[lang]) : null,
    faultList(faults, { definition: asked.definition, metrics }, lang),
    form({
      id: 'reports.submit',
      title,
      submit: { zh: '提交', en: 'Submit' }[lang],
      words: `${start} ${exampleLine(asked.definition, metrics, lang)}`,
      value: JSON.stringify(target),
      inputs: formInputs(asked.definition, { lang, metrics, prefill, faults }),
    }),
  )
}

/** For a line in which nothing was understood: how to write one, with the team's own metrics. */
export function howToWrite(asked: TeamForm, metrics: readonly Metric[], lang: Lang): Content {
  const command = commandOf(asked, lang)
  return content(
    lang,
    heading({ zh: '没看懂，什么也没有记', en: 'Not understood, nothing was noted' }[lang]),
    text(
      { zh: '这样写就行：', en: 'Write it like this: ' }[lang],
      code(`${command} ${exampleLine(asked.definition, metrics, lang)}`),
    ),
    actions(openButton(asked, lang)),
  )
}

function openButton(asked: Pick<TeamForm, 'kind' | 'key'>, lang: Lang): Button {
  const label = { zh: '打开表单', en: 'Open the form' }[lang]
  return { id: 'reports.open', label, words: commandOf(asked, lang), value: asked.key }
}
