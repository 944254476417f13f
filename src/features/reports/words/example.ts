import type { Lang } from '../../../base/words.ts'
import { type FormDefinition, labelOf, type Question } from '../../forms/definition.ts'
import type { Metric } from '../../metrics/catalogue.ts'
import { restate } from '../line/restate.ts'
import { vocabularyOf } from '../vocabulary-of.ts'

/** One line as this team might write it: numbers that it counts, and words; of a form of its own, some answers. */
export function exampleLine(definition: FormDefinition, metrics: readonly Metric[], lang: Lang): string {
  if (definition.kind === 'custom') return ownExample(definition, metrics, lang)
  const activities = metrics.filter(metric => metric.kind === 'activity' && metric.unit === 'count').slice(0, 2)
  const paired = metrics.find(metric => metric.amountKey !== null)
  const amounts = paired ? [[paired.key, 1] as const, [paired.amountKey ?? '', 80_000] as const] : []
  const values = [...activities.map(({ key }, at) => [key, at === 0 ? 3 : 20] as const), ...amounts]
  const words =
    definition.kind === 'plan'
      ? { zh: '跟进华为、中建', en: 'follow up Acme' }
      : { zh: '卡点：合同盖章', en: 'Blockers: contract not signed' }
  return [numbersLine(values, metrics, lang), words[lang]].filter(part => part !== '').join({ zh: ' ', en: ', ' }[lang])
}

/** More answers than these are no example any more. */
const MOST_ANSWERS = 3

function ownExample({ questions }: FormDefinition, metrics: readonly Metric[], lang: Lang): string {
  const keys = questions.flatMap(question => (question.kind === 'metric' ? [question.metricKey] : []))
  const counted = metrics.filter(({ key }) => keys.includes(key)).slice(0, 1)
  const numbers = numbersLine(
    counted.map(({ key }) => [key, 3] as const),
    metrics,
    lang,
  )
  const answers = questions
    .filter(({ kind, when }) => kind !== 'metric' && !when)
    .slice(0, MOST_ANSWERS)
    .map(one => `${labelOf(one, [])[lang]}${{ zh: '：', en: ': ' }[lang]}${exampleAnswer(one, lang)}`)
  return [numbers, ...answers].filter(part => part !== '').join({ zh: '；', en: '; ' }[lang])
}

function exampleAnswer(question: Question, lang: Lang): string {
  switch (question.kind) {
    case 'yes-no':
      return { zh: '是', en: 'yes' }[lang]
    case 'choice':
    case 'choices':
      return question.options[0]?.label[lang] ?? '…'
    case 'scale':
      return String(question.scale.to)
    case 'date':
      return { zh: '明天', en: 'tomorrow' }[lang]
    default:
      return '…'
  }
}

function numbersLine(values: readonly (readonly [string, number])[], metrics: readonly Metric[], lang: Lang): string {
  const said = values.map(([key, value]) => ({ key, value }))
  return restate({ values: said, notes: [], blockers: [] }, vocabularyOf(metrics), lang)
}
