import type { Words } from '../../base/words.ts'
import { findMetric, type Metric } from '../metrics/metric.ts'
import { type FormDefinition, labelOf, type Question, questionSchema } from './definition.ts'
import type { WantedQuestion } from './request.ts'

export type QuestionsResult =
  | { readonly ok: true; readonly definition: FormDefinition }
  | { readonly ok: false; readonly words: Words }

type KnownMetric = Pick<Metric, 'key' | 'zh' | 'en' | 'aliases' | 'unit'>

/** Adds a question at the end; one that is called the same already takes its place and its answers. */
export function addQuestion(
  definition: FormDefinition,
  wanted: WantedQuestion,
  metrics: readonly KnownMetric[],
): QuestionsResult {
  const { questions } = definition
  const same = questions.find(question => isCalled(question, wanted.label, metrics))
  if (!same && questions.length >= MOST) return { ok: false, words: tooMany }
  const made = questionSchema.safeParse(shapeOf(wanted, same?.id ?? freeId(questions), metrics))
  if (!made.success) return { ok: false, words: unusable(wanted.label) }
  const question = same?.when ? { ...made.data, when: same.when } : made.data
  return {
    ok: true,
    definition: {
      ...definition,
      questions: same ? questions.map(one => (one === same ? question : one)) : [...questions, question],
    },
  }
}

/** Takes a question out, found by its words or its id, unless others depend on it or it is the last one. */
export function removeQuestion(
  definition: FormDefinition,
  label: string,
  metrics: readonly KnownMetric[],
): QuestionsResult {
  const gone = definition.questions.find(question => isCalled(question, label, metrics))
  if (!gone) return { ok: false, words: unknown(label) }
  const dependent = definition.questions.find(question => question.when?.question === gone.id)
  if (dependent) return { ok: false, words: needed(label, labelOf(dependent, metrics)) }
  const questions = definition.questions.filter(question => question !== gone)
  return questions.length === 0 ? { ok: false, words: lastOne } : { ok: true, definition: { ...definition, questions } }
}

const MOST = 40

function shapeOf(wanted: WantedQuestion, id: string, metrics: readonly KnownMetric[]): unknown {
  const { label, required, managerOnly, kind, options } = wanted
  const shared = { id, required, visibility: managerOnly ? 'manager' : 'team' }
  const metric = kind === null ? findMetric(metrics, label) : null
  if (metric) return { ...shared, kind: 'metric', metricKey: metric.key }
  return { ...shared, kind: kind ?? 'line', label, ...(kind === 'choice' ? { options } : {}) }
}

function isCalled(question: Question, text: string, metrics: readonly KnownMetric[]): boolean {
  const wanted = text.toLowerCase()
  const metric = question.kind === 'metric' ? findMetric(metrics, text) : null
  if (metric && question.kind === 'metric' && metric.key === question.metricKey) return true
  const { zh, en } = labelOf(question, metrics)
  return [question.id, zh.toLowerCase(), en.toLowerCase()].includes(wanted)
}

function freeId(questions: readonly Question[]): string {
  const taken = new Set(questions.map(question => question.id))
  let number = questions.length + 1
  while (taken.has(`q${number}`)) number++
  return `q${number}`
}

const tooMany = { zh: `一张表单最多 ${MOST} 个问题`, en: `a form has at most ${MOST} questions` }
const lastOne = {
  zh: '至少要留一个问题；不用这张表单可以停用它',
  en: 'one question must stay; switch the form off instead',
}

function unusable(label: string): Words {
  return { zh: `这样写不成一个问题：${label}`, en: `this does not make a question: ${label}` }
}

function unknown(label: string): Words {
  return { zh: `表单里没有“${label}”这个问题`, en: `the form has no question "${label}"` }
}

function needed(label: string, by: Words): Words {
  return {
    zh: `“${by.zh}”要看“${label}”的回答，请先删除它`,
    en: `"${by.en}" depends on "${label}": remove that one first`,
  }
}
