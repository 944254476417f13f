import type { Words } from '../../base/words.ts'
import { cadenceFault } from './cadence-faults.ts'
import type { Condition, FormDefinition, Question } from './definition.ts'

/** Something that keeps a definition from being used. `path` leads to the place, as zod's paths do. */
export interface Fault {
  readonly path: readonly (string | number)[]
  readonly words: Words
}

/**
 * What does not fit together in a definition of the right shape: references to nothing, doubles, windows that overlap.
 * `metricKeys` are those that the team counts.
 */
export function definitionFaults(
  key: string,
  definition: FormDefinition,
  metricKeys: ReadonlySet<string>,
): readonly Fault[] {
  const times = cadenceFault(definition.cadence)
  return [
    ...kindFaults(key, definition),
    ...(times ? [{ path: ['cadence'], words: times }] : []),
    ...definition.questions.flatMap((question, at) => {
      const earlier = definition.questions.slice(0, at)
      return questionFaults(question, earlier, metricKeys).map(words => ({ path: ['questions', at], words }))
    }),
  ]
}

/** Plan and report are the pair of a day, so there is one of each and it bears that key. */
function kindFaults(key: string, { kind }: FormDefinition): readonly Fault[] {
  const expected = key === 'plan' || key === 'report' ? key : 'custom'
  if (kind === expected) return []
  const words = {
    zh: `表单 ${key} 的 kind 应为 ${expected}：计划和日报各只有一份，key 分别是 plan 和 report`,
    en: `the form ${key} should be of kind ${expected}: there is one plan and one report, with the keys plan and report`,
  }
  return [{ path: ['kind'], words }]
}

function questionFaults(question: Question, earlier: readonly Question[], metricKeys: ReadonlySet<string>): Words[] {
  const { id, when } = question
  return [
    earlier.some(other => other.id === id) ? { zh: `id ${id} 重复`, en: `the id ${id} is used twice` } : null,
    question.kind === 'metric' ? metricFault(question.metricKey, earlier, metricKeys) : null,
    'options' in question ? optionFault(question.options.map(option => option.value)) : null,
    question.kind === 'scale' && question.scale.from >= question.scale.to
      ? { zh: '评分的 from 应小于 to', en: 'a scale goes from a smaller number to a larger one' }
      : null,
    when ? conditionFault(when, earlier) : null,
  ].filter(fault => fault !== null)
}

function metricFault(key: string, earlier: readonly Question[], metricKeys: ReadonlySet<string>): Words | null {
  if (!metricKeys.has(key)) return { zh: `没有指标 ${key}`, en: `there is no metric ${key}` }
  const twice = earlier.some(other => other.kind === 'metric' && other.metricKey === key)
  return twice ? { zh: `指标 ${key} 问了两次`, en: `the metric ${key} is asked twice` } : null
}

function optionFault(values: readonly string[]): Words | null {
  const twice = values.find((value, at) => values.indexOf(value) < at)
  return twice === undefined ? null : { zh: `选项 ${twice} 重复`, en: `the option ${twice} is given twice` }
}

/** Only earlier questions may be referred to, so that conditions never run in a circle. */
function conditionFault({ question: wanted, is }: Condition, earlier: readonly Question[]): Words | null {
  const other = earlier.find(question => question.id === wanted)
  if (!other) {
    return { zh: `when 指向的 ${wanted} 不在它前面`, en: `when refers to ${wanted}, which is not asked before it` }
  }
  const possible = possibleValues(other)
  if (is === 'answered' || possible === null) return null
  const impossible = is.find(value => !possible.includes(value))
  if (impossible === undefined) return null
  return { zh: `${wanted} 不可能回答“${impossible}”`, en: `${wanted} can never be answered with "${impossible}"` }
}

/** Null where the answer may be any text or number. */
function possibleValues(question: Question): readonly string[] | null {
  switch (question.kind) {
    case 'yes-no':
      return ['yes', 'no']
    case 'choice':
    case 'choices':
      return question.options.map(option => option.value)
    case 'scale':
      return scaleValues(question.scale)
    default:
      return null
  }
}

function scaleValues({ from, to }: { from: number; to: number }): readonly string[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => String(from + step))
}
