import type { Lang, Words } from '../../base/words.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { readAnswers, toFormValues } from '../forms/answers.ts'
import type { FormDefinition } from '../forms/definition.ts'
import type { Metric } from '../metrics/catalogue.ts'
import { itemsIn } from './items.ts'
import { takeLabelled } from './labelled.ts'
import { readLine } from './line/line.ts'
import type { Refusal } from './line/reading.ts'
import { addSaid } from './merge.ts'
import { type Question, questionsOf } from './questions.ts'
import { type Answers, answersOf, noAnswers } from './report.ts'
import { vocabularyOf } from './vocabulary-of.ts'

/** What a typed line says, and what it leaves open. */
export interface Understanding {
  /** The clear part, to be kept. */
  readonly said: Answers
  readonly questions: readonly Question[]
  /** Numbers that cannot be recorded at all. */
  readonly refused: readonly Refusal[]
  /** Answers that their question cannot have, by its id. */
  readonly faults: Readonly<Record<string, Words>>
  /** Ids of questions that were answered although nobody asks them. */
  readonly leftOut: readonly string[]
}

interface Reader {
  readonly definition: FormDefinition
  readonly metrics: readonly Metric[]
  /** What was said before, by which conditions are judged too. */
  readonly before: Answers
  readonly today: LocalDate
  readonly lang: Lang
}

/** The words of a plan are things to do; those of anything else are notes. */
export function understand(line: string, { definition, metrics, before, today, lang }: Reader): Understanding {
  const { given, rest } = takeLabelled(line, definition, today)
  const reading = readLine(rest, vocabularyOf(metrics))
  const { blockers, refused } = reading
  const words = definition.kind === 'plan' ? { items: itemsIn(reading.notes) } : { notes: reading.notes }
  const values = Object.fromEntries(reading.values.map(({ key, value }) => [key, value]))
  const free: Answers = { ...noAnswers, ...words, values, blockers }
  const { answers, faults, leftOut } = readLabelled(given, addSaid(before, free), definition, metrics)
  return {
    said: addSaid(free, answers),
    questions: questionsOf(reading, lang === 'zh' ? 1e4 : 1e3),
    ...{ refused, faults, leftOut },
  }
}

/** Reads the labelled answers as a form would, in the light of all that is known. */
function readLabelled(
  given: ReturnType<typeof takeLabelled>['given'],
  known: Answers,
  definition: FormDefinition,
  metrics: readonly Metric[],
): Pick<Understanding, 'faults' | 'leftOut'> & { readonly answers: Answers } {
  const all = readAnswers(definition, { ...toFormValues(definition, known), ...given }, metrics)
  const leftOut = all.unasked.filter(id => id in given)
  const faults = Object.entries(all.errors).filter(([id]) => id in given)
  const bad = new Set([...leftOut, ...faults.map(([id]) => id)])
  const good = Object.fromEntries(Object.entries(given).filter(([id]) => !bad.has(id)))
  const bare = { ...definition, questions: definition.questions.map(({ when: _, ...question }) => question) }
  return { answers: answersOf(readAnswers(bare, good, metrics)), faults: Object.fromEntries(faults), leftOut }
}

export function isEmpty({ values, answers, items, blockers, notes }: Answers): boolean {
  return [Object.keys(values), Object.keys(answers), items, blockers, notes].every(({ length }) => length === 0)
}

/** Whether there is anything to ask or to tell of what was not taken in. */
export function isOpen({ questions, refused, faults, leftOut }: Omit<Understanding, 'said'>): boolean {
  return [questions, refused, Object.keys(faults), leftOut].some(({ length }) => length > 0)
}
