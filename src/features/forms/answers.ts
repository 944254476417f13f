import type { Words } from '../../base/words.ts'
import type { FormValues } from '../../content/content.ts'
import { type AskedMetric, type Condition, type FormDefinition, liveQuestions, type Question } from './definition.ts'
import { type Answer, type Item, type Reading, readQuestion, writeItem } from './read-question.ts'

/** What somebody answered, sorted by what becomes of it. */
export interface Answers {
  /** Metric key → number. */
  readonly values: Readonly<Record<string, number>>
  /** Question id → answer, for what is none of the others. */
  readonly answers: Readonly<Record<string, Answer>>
  readonly items: readonly Item[]
  readonly blockers: readonly string[]
  readonly notes: readonly string[]
}

export interface ReadAnswers extends Answers {
  /** Question id → what must be mended before this can be taken. */
  readonly errors: Readonly<Record<string, Words>>
  /** Questions that were answered although their condition does not hold: left out, to be told. */
  readonly unasked: readonly string[]
}

/** Reads a filled-in form. Conditions are judged by the answers themselves, so every way of drawing a form agrees. */
export function readAnswers(
  definition: FormDefinition,
  given: FormValues,
  metrics: readonly AskedMetric[],
): ReadAnswers {
  const read: MutableAnswers = { values: {}, answers: {}, items: [], blockers: [], notes: [], errors: {}, unasked: [] }
  const texts = new Map<string, readonly string[]>()
  for (const question of liveQuestions(definition, metrics)) {
    const reading = readQuestion(question, given[question.id], metrics)
    if (question.when && !holds(question.when, texts.get(question.when.question) ?? [])) {
      if (reading.kind !== 'empty') read.unasked.push(question.id)
      continue
    }
    texts.set(question.id, textsOf(reading))
    take(question, reading, read)
  }
  return read
}

/** The inverse of `readAnswers`, for filling a form in beforehand. */
export function toFormValues(definition: FormDefinition, answers: Answers): FormValues {
  const filled = definition.questions.map((question): [string, string | readonly string[]] => [
    question.id,
    written(question, answers),
  ])
  return Object.fromEntries(filled.filter(([, value]) => value.length > 0))
}

interface MutableAnswers {
  values: Record<string, number>
  answers: Record<string, Answer>
  items: Item[]
  blockers: string[]
  notes: string[]
  errors: Record<string, Words>
  unasked: string[]
}

function take(question: Question, reading: Reading, into: MutableAnswers): void {
  switch (reading.kind) {
    case 'empty':
      if (question.required) into.errors[question.id] = { zh: '请填写', en: 'please answer this' }
      return
    case 'fault':
      into.errors[question.id] = reading.words
      return
    case 'number':
      into.values[reading.metricKey] = reading.value
      return
    case 'answer':
      into.answers[question.id] = reading.value
      return
    case 'items':
      into.items.push(...reading.items)
      return
    case 'blockers':
    case 'notes':
      into[reading.kind].push(...reading.lines)
  }
}

function holds({ is }: Condition, texts: readonly string[]): boolean {
  if (is === 'answered') return texts.some(text => text !== '' && text !== '0' && text !== 'no')
  return texts.some(text => is.includes(text))
}

/** The answer as conditions compare it. */
function textsOf(reading: Reading): readonly string[] {
  switch (reading.kind) {
    case 'empty':
    case 'fault':
      return []
    case 'number':
      return [String(reading.value)]
    case 'answer':
      return answerTexts(reading.value)
    case 'items':
      return reading.items.map(item => item.text)
    case 'blockers':
    case 'notes':
      return reading.lines
  }
}

function answerTexts(answer: Answer): readonly string[] {
  if (typeof answer === 'boolean') return [answer ? 'yes' : 'no']
  return typeof answer === 'object' ? answer : [String(answer)]
}

function written(question: Question, { values, answers, items, blockers, notes }: Answers): string | readonly string[] {
  switch (question.kind) {
    case 'metric':
      return String(values[question.metricKey] ?? '')
    case 'items':
      return items.map(writeItem).join('\n')
    case 'blocker':
      return blockers.join('\n')
    case 'notes':
      return notes.join('\n')
    case 'choices':
      return answerTexts(answers[question.id] ?? [])
    default:
      return answerTexts(answers[question.id] ?? []).join('\n')
  }
}
