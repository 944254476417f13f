import { readDate } from '../../commands/arguments.ts'
import { fold } from '../../commands/normalise.ts'
import { type FormDefinition, labelOf, type Option, type Question } from '../forms/definition.ts'

/** What a typed line answers by the labels of questions, and what is left of it to be read for numbers and notes. */
export interface Labelled {
  /** As a form would have them filled in, by question id. */
  readonly given: Readonly<Record<string, string | readonly string[]>>
  readonly rest: string
}

interface Mark {
  readonly question: Question
  readonly start: number
  /** Where the answer begins, behind the colon. */
  readonly from: number
}

/**
 * Takes `客户情绪：4；是否报价 是：…` apart: each answer of the form's own questions stands behind its label and a colon.
 * Numbers of metrics stay in the rest, and so do notes, blockers and things to do where the line has its own ways for them.
 */
export function takeLabelled(line: string, { kind, questions }: FormDefinition, today: string): Labelled {
  const asked = questions.filter(question => isAnswer(question) || (kind === 'custom' && question.kind !== 'metric'))
  const marks = asked.flatMap(question => marksOf(question, line)).toSorted((a, b) => a.start - b.start)
  const given: Record<string, string | readonly string[]> = {}
  const left: string[] = []
  let start = 0
  for (const [at, mark] of marks.entries()) {
    const end = endOf(mark, line, marks[at + 1]?.start ?? line.length)
    const answer = line.slice(mark.from, end).trim()
    if (answer !== '') given[mark.question.id] = asFilledIn(mark.question, answer, today)
    left.push(line.slice(start, mark.start))
    start = end
  }
  const rest = [...left, line.slice(start)].map(part => part.replace(EDGES, '')).filter(part => part !== '')
  return { given, rest: rest.join('；') }
}

const EDGES = /^[\s,，;；。]+|[\s,，;；]+$/g

/** An answer that is neither a number of a metric nor words that every line may hold. */
function isAnswer({ kind }: Question): boolean {
  return !['metric', 'notes', 'blocker', 'items'].includes(kind)
}

/** Where the label stands as a word of its own with a colon behind it, in either language. */
function marksOf(question: Question, line: string): readonly Mark[] {
  const { zh, en } = labelOf(question, [])
  const names = [...new Set([zh, en, question.id].map(name => fold(name).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')))]
  const mark = new RegExp(`(?<!\\p{L})(?:${names.join('|')})\\s*[:=]\\s*`, 'gu')
  return Array.from(fold(line).matchAll(mark), ({ 0: { length }, index }) => {
    return { question, start: index, from: index + length }
  })
}

/** Words go on to a semicolon, a new line or the next label; an option, a number or a date ends by itself. */
function endOf({ question, from }: Mark, line: string, next: number): number {
  const clause = line.slice(from, next).search(/[;；\n]/)
  const end = clause === -1 ? next : from + clause
  const answer = fold(line.slice(from, end))
  switch (question.kind) {
    case 'choice': {
      const texts = question.options.flatMap(({ value, label }) => [value, label.zh, label.en])
      const longest = texts.filter(text => answer.startsWith(fold(text))).toSorted((a, b) => b.length - a.length)[0]
      return from + (longest?.length ?? wordEnd(answer))
    }
    case 'scale':
    case 'yes-no':
    case 'date':
      return from + wordEnd(answer)
    default:
      return end
  }
}

function wordEnd(text: string): number {
  const end = text.search(/[\s,，]/)
  return end === -1 ? text.length : end
}

function asFilledIn(question: Question, answer: string, today: string): string | readonly string[] {
  switch (question.kind) {
    case 'date':
      return readDate(answer, today, 'ahead') ?? answer
    case 'choice':
      return optionCalled(question.options, answer)
    case 'choices':
      return answer.split(/[、,，/+]/).map(text => optionCalled(question.options, text.trim()))
    case 'items':
      return answer.split(/[、,，]/)
    default:
      return answer
  }
}

/** The option's value, however its name is written; else the text, to be told that there is no such option. */
function optionCalled(options: readonly Option[], text: string): string {
  const isCalled = ({ value, label }: Option) => [value, label.zh, label.en].some(name => fold(name) === fold(text))
  return options.find(isCalled)?.value ?? text
}
