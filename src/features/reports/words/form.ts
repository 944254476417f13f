import type { Lang, Words } from '../../../base/words.ts'
import { actions, code, content, form, heading, list, text } from '../../../content/build.ts'
import type { Button, Content, FormValues } from '../../../content/content.ts'
import { type FormDefinition, labelOf } from '../../forms/definition.ts'
import { formInputs } from '../../forms/inputs.ts'
import type { TeamForm } from '../../forms/store.ts'
import type { Metric } from '../../metrics/catalogue.ts'
import { restate } from '../line/restate.ts'
import type { Target } from '../press.ts'
import { vocabularyOf } from '../vocabulary-of.ts'
import { commandOf, dayLabel } from './labels.ts'

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
    list(faultLines(asked.definition, faults, metrics, lang)),
    form({
      id: 'reports.submit',
      title,
      submit: { zh: '提交', en: 'Submit' }[lang],
      words: `${start} ${exampleLine(asked.kind, metrics, lang)}`,
      value: JSON.stringify(target),
      inputs: formInputs(asked.definition, { lang, metrics, prefill }),
    }),
  )
}

function faultLines(
  definition: FormDefinition,
  faults: Offer['faults'],
  metrics: readonly Metric[],
  lang: Lang,
): readonly string[][] {
  return definition.questions.flatMap(question => {
    const fault = faults[question.id]
    return fault ? [[labelOf(question, metrics)[lang], { zh: '：', en: ': ' }[lang], fault[lang]]] : []
  })
}

/** For a line in which nothing was understood: how to write one, with the team's own metrics. */
export function howToWrite(asked: TeamForm, metrics: readonly Metric[], lang: Lang): Content {
  const command = commandOf(asked, lang)
  return content(
    lang,
    heading({ zh: '没看懂，什么也没有记', en: 'Not understood, nothing was noted' }[lang]),
    text(
      { zh: '这样写就行：', en: 'Write it like this: ' }[lang],
      code(`${command} ${exampleLine(asked.kind, metrics, lang)}`),
    ),
    actions(openButton(asked, lang)),
  )
}

function openButton(asked: Pick<TeamForm, 'kind' | 'key'>, lang: Lang): Button {
  const label = { zh: '打开表单', en: 'Open the form' }[lang]
  return { id: 'reports.open', label, words: commandOf(asked, lang), value: asked.key }
}

/** One line as this team might write it: two activities, a deal with its amount, and words. */
export function exampleLine(kind: TeamForm['kind'], metrics: readonly Metric[], lang: Lang): string {
  const activities = metrics.filter(metric => metric.kind === 'activity' && metric.unit === 'count').slice(0, 2)
  const paired = metrics.find(metric => metric.amountKey !== null)
  const amounts = paired ? [[paired.key, 1] as const, [paired.amountKey ?? '', 80_000] as const] : []
  const values = [...activities.map(({ key }, at) => [key, at === 0 ? 3 : 20] as const), ...amounts].map(
    ([key, value]) => ({ key, value }),
  )
  const line = restate({ values, notes: [], blockers: [] }, vocabularyOf(metrics), lang)
  const words =
    kind === 'plan'
      ? { zh: '跟进华为、中建', en: 'follow up Acme' }
      : { zh: '卡点：合同盖章', en: 'Blockers: contract not signed' }
  return [line, words[lang]].filter(part => part !== '').join({ zh: ' ', en: ', ' }[lang])
}
