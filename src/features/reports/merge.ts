import type { FormDefinition, Question } from '../forms/definition.ts'
import type { Item } from '../forms/read-question.ts'
import type { Answers } from './report.ts'

/** What is said again by line: numbers replace those of the same metric, words are added unless they are there already. */
export function addSaid(before: Answers, said: Answers): Answers {
  return {
    values: { ...before.values, ...said.values },
    answers: { ...before.answers, ...said.answers },
    items: addItems(before.items, said.items),
    blockers: union(before.blockers, said.blockers),
    notes: union(before.notes, said.notes),
  }
}

/** What a form says replaces everything that it asks for; what it does not ask for stays. */
export function replaceAsked(definition: FormDefinition, before: Answers, filled: Answers): Answers {
  const { questions } = definition
  const asks = (kind: Question['kind']) => questions.some(question => question.kind === kind)
  const metrics = new Set(questions.flatMap(question => (question.kind === 'metric' ? [question.metricKey] : [])))
  const ids = new Set(questions.map(({ id }) => id))
  return {
    values: { ...without(before.values, metrics), ...filled.values },
    answers: { ...without(before.answers, ids), ...filled.answers },
    items: asks('items') ? filled.items : before.items,
    blockers: asks('blocker') ? filled.blockers : before.blockers,
    notes: asks('notes') ? filled.notes : before.notes,
  }
}

/** Items are the same by their text; those that are there keep whether they are done. */
export function addItems(before: readonly Item[], more: readonly Item[]): readonly Item[] {
  const known = new Set(before.map(({ text }) => text))
  return [...before, ...more.filter(({ text }) => !known.has(text) && known.add(text))]
}

/** Whether both say the same, in whatever order the keys are. */
export function saysTheSame(one: Answers, other: Answers): boolean {
  return written(one) === written(other)
}

function written({ values, answers, items, blockers, notes }: Answers): string {
  const marked = items.map(({ text, done }) => [text, done])
  return JSON.stringify([sorted(values), sorted(answers), marked, blockers, notes])
}

function sorted(record: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] {
  return Object.keys(record)
    .toSorted()
    .map(key => [key, record[key]])
}

function union(before: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...before, ...more])]
}

function without<T>(record: Readonly<Record<string, T>>, keys: ReadonlySet<string>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.has(key)))
}
