import type { Lang, Words } from '../../base/words.ts'
import type { FormValues, Input } from '../../content/content.ts'
import { type AskedMetric, type FormDefinition, labelOf, liveQuestions, type Question } from './definition.ts'

interface Asking {
  readonly lang: Lang
  readonly metrics: readonly AskedMetric[]
  /** What is already filled in, as `toFormValues` makes it. */
  readonly prefill?: FormValues
  /** Question id → what must be mended in it, as `readAnswers` tells. */
  readonly faults?: Readonly<Record<string, Words>>
}

/** The questions of a form as inputs, in order; an input's id is its question's. */
export function formInputs(definition: FormDefinition, asking: Asking): readonly Input[] {
  return liveQuestions(definition, asking.metrics).map(question => toInput(question, asking))
}

function toInput(question: Question, { lang, metrics, prefill = {}, faults = {} }: Asking): Input {
  const { id, required, when } = question
  const hint = question.hint?.[lang] ?? hintOf(question, metrics)?.[lang]
  const initial = prefill[id]
  const fault = faults[id]?.[lang]
  return {
    id,
    label: labelOf(question, metrics)[lang],
    kind: inputKinds[question.kind],
    ...(required ? { required } : {}),
    ...(hint === undefined ? {} : { hint }),
    ...(fault === undefined ? {} : { fault }),
    ...(initial === undefined || initial.length === 0 ? {} : { initial }),
    ...('options' in question
      ? { options: question.options.map(option => ({ value: option.value, label: option.label[lang] })) }
      : {}),
    ...(question.kind === 'scale' ? { scale: question.scale } : {}),
    ...(when ? { when: { input: when.question, is: when.is === 'answered' ? ['*'] : when.is } } : {}),
  }
}

const inputKinds = {
  metric: 'number',
  line: 'line',
  text: 'text',
  date: 'date',
  'yes-no': 'yes-no',
  choice: 'choice',
  choices: 'choices',
  scale: 'scale',
  blocker: 'text',
  items: 'text',
  notes: 'text',
} as const satisfies Record<Question['kind'], Input['kind']>

const hints = {
  money: { zh: '可以写 8万、1.5w', en: 'such as 80k or 1.5 million' },
  blocker: { zh: '每行一条，没有就留空', en: 'one a line; leave empty if there is nothing' },
  items: { zh: '每行一件，做完的在行首加 √', en: 'one a line; put √ before what is done' },
}

function hintOf(question: Question, metrics: readonly AskedMetric[]): (typeof hints)[keyof typeof hints] | undefined {
  if (question.kind === 'blocker' || question.kind === 'items') return hints[question.kind]
  if (question.kind !== 'metric') return undefined
  const metric = metrics.find(({ key }) => key === question.metricKey)
  return metric?.unit === 'money' ? hints.money : undefined
}
