import type { Lang } from '../../base/words.ts'
import type { FormDefinition } from '../forms/definition.ts'
import type { Metric } from '../metrics/catalogue.ts'
import { restate } from '../reports/line/restate.ts'
import { vocabularyOf } from '../reports/vocabulary-of.ts'

type Values = Readonly<Record<string, number>>

/** More numbers than these make the example longer than the message. */
const MOST_NUMBERS = 3

/**
 * One line that could be typed in answer, such as `拜访3 电话20`: with the person's own numbers where they have any, else
 * with made-up ones. Null for a form that asks for no numbers.
 */
export function exampleLine(
  definition: Pick<FormDefinition, 'questions'>,
  metrics: readonly Metric[],
  own: Values,
  lang: Lang,
): string | null {
  const asked = definition.questions.flatMap(question => (question.kind === 'metric' ? [question.metricKey] : []))
  const known = metrics.filter(metric => asked.includes(metric.key))
  const familiar = known.filter(({ key }) => (own[key] ?? 0) > 0)
  const chosen = familiar.length > 0 ? familiar.slice(0, MOST_NUMBERS) : known.slice(0, 2)
  if (chosen.length === 0) return null
  const values = chosen.map(({ key, unit }) => ({ key, value: own[key] ?? madeUp[unit] }))
  return restate({ values, notes: [], blockers: [] }, vocabularyOf(metrics), lang)
}

const madeUp: Readonly<Record<Metric['unit'], number>> = { count: 3, money: 50_000, percent: 30, number: 5 }
