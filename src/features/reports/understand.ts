import type { Lang } from '../../base/words.ts'
import type { FormKind } from '../forms/definition.ts'
import { itemsIn } from './items.ts'
import { readLine } from './line/line.ts'
import type { Refusal } from './line/reading.ts'
import type { Vocabulary } from './line/vocabulary.ts'
import { type Question, questionsOf } from './questions.ts'
import { type Answers, noAnswers } from './report.ts'

/** What a typed line says, and what it leaves open. */
export interface Understanding {
  /** The clear part, to be kept. */
  readonly said: Answers
  readonly questions: readonly Question[]
  /** Numbers that cannot be recorded at all. */
  readonly refused: readonly Refusal[]
}

/** The words of a plan are things to do; those of anything else are notes. */
export function understand(line: string, vocabulary: Vocabulary, kind: FormKind, lang: Lang): Understanding {
  const reading = readLine(line, vocabulary)
  const { blockers, refused } = reading
  const words = kind === 'plan' ? { items: itemsIn(reading.notes) } : { notes: reading.notes }
  const values = Object.fromEntries(reading.values.map(({ key, value }) => [key, value]))
  return {
    said: { ...noAnswers, ...words, values, blockers },
    questions: questionsOf(reading, lang === 'zh' ? 1e4 : 1e3),
    refused,
  }
}

export function isEmpty({ values, answers, items, blockers, notes }: Answers): boolean {
  return [Object.keys(values), Object.keys(answers), items, blockers, notes].every(({ length }) => length === 0)
}
