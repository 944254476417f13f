import type { Lang, Words } from '../../base/words.ts'
import { type FormDefinition, labelOf } from '../forms/definition.ts'
import { type Metric, showValue } from '../metrics/catalogue.ts'
import { namesOf } from '../metrics/metric.ts'
import type { Answer, Report } from '../reports/report.ts'

/** One thing that a report says. */
export interface Entry {
  /** All that it may be called; the first is what people read. */
  readonly names: readonly string[]
  /** Several things are several lines. */
  readonly text: string
}

const own = {
  done: { zh: '已完成', en: 'Done' },
  open: { zh: '未完成', en: 'Not done' },
  blockers: { zh: '卡点', en: 'Blockers' },
  notes: { zh: '备注', en: 'Notes' },
}

/** What a report says, in the order in which its team counts and its form asks. Pure. */
export function entriesOf(
  report: Report,
  definition: FormDefinition,
  metrics: readonly Metric[],
  lang: Lang,
): readonly Entry[] {
  const { values, answers, items, blockers, notes } = report
  const linesOf = (isDone: boolean) => items.flatMap(({ text, done }) => (done === isDone ? [text] : []))
  return [
    ...metrics.map(metric => entry(inOrder(metric, lang), shown(values[metric.key], metric, lang))),
    ...definition.questions.map(question => {
      const label = labelOf(question, metrics)
      return entry([...inOrder(label, lang), question.id], answerLines(answers[question.id], lang))
    }),
    entry(inOrder(own.done, lang), linesOf(true)),
    entry(inOrder(own.open, lang), linesOf(false)),
    entry([...inOrder(own.blockers, lang), ...labelsOf(definition, 'blocker', metrics)], blockers),
    entry([...inOrder(own.notes, lang), ...labelsOf(definition, 'notes', metrics)], notes),
  ].filter(({ text }) => text !== '')
}

function entry(names: readonly string[], lines: readonly string[]): Entry {
  return { names: [...new Set(names)], text: lines.join('\n') }
}

function inOrder(it: Words | Metric, lang: Lang): readonly string[] {
  return 'key' in it ? [it[lang], ...namesOf(it)] : [it[lang], it.zh, it.en]
}

function labelsOf(definition: FormDefinition, kind: 'blocker' | 'notes', metrics: readonly Metric[]) {
  const asked = definition.questions.filter(question => question.kind === kind)
  return asked.flatMap(question => Object.values(labelOf(question, metrics)))
}

function shown(value: number | undefined, metric: Metric, lang: Lang): readonly string[] {
  return value === undefined ? [] : [showValue(metric, value, lang)]
}

function answerLines(answer: Answer | undefined, lang: Lang): readonly string[] {
  if (answer === undefined) return []
  if (typeof answer === 'boolean') return [{ zh: answer ? '是' : '否', en: answer ? 'yes' : 'no' }[lang]]
  return typeof answer === 'object' ? answer : [String(answer)]
}
