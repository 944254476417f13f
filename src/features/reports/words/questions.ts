import type { Lang, Words } from '../../../base/words.ts'
import { actions, content, list, quiet, strong, text } from '../../../content/build.ts'
import type { Block, Button, Content } from '../../../content/content.ts'
import { type FormDefinition, labelOf } from '../../forms/definition.ts'
import type { Metric } from '../../metrics/catalogue.ts'
import type { Refusal } from '../line/reading.ts'
import { restate } from '../line/restate.ts'
import type { Target } from '../press.ts'
import type { Option, Question } from '../questions.ts'
import type { Understanding } from '../understand.ts'
import { vocabularyOf } from '../vocabulary-of.ts'
import { nameOf } from './hints.ts'
import { listed } from './labels.ts'

/** More questions than these are a wall; the rest are only counted. */
const MOST = 4
const LONGEST_QUOTE = 40

export interface Asking {
  readonly definition: FormDefinition
  readonly metrics: readonly Metric[]
  /** What the answers belong to, and how a typed one begins. */
  readonly target: Target
  readonly start: string
}

/** For a line in which nothing is clear enough to be noted. */
export function unclearContent(open: Omit<Understanding, 'said'>, asking: Asking, lang: Lang): Content {
  return content(
    lang,
    text({ zh: '还什么也没有记：', en: 'Nothing is noted yet:' }[lang]),
    ...refusedBlocks(open.refused, asking.metrics, lang),
    faultList(open.faults, asking, lang),
    leftOutLine(open.leftOut, asking, lang),
    ...questionBlocks(open.questions, asking, lang),
  )
}

type Asked = Pick<Asking, 'definition' | 'metrics'>

/** What has to be mended, by the questions that it answers. */
export function faultList(faults: Understanding['faults'], { definition, metrics }: Asked, lang: Lang): Block | null {
  const lines = definition.questions.flatMap(question => {
    const fault = faults[question.id]
    return fault ? [[labelOf(question, metrics)[lang], { zh: '：', en: ': ' }[lang], fault[lang]]] : []
  })
  return list(lines)
}

/** Answers to questions that nobody asks, as things stand. */
export function leftOutLine(ids: readonly string[], { definition, metrics }: Asked, lang: Lang): Block | null {
  const names = definition.questions.filter(({ id }) => ids.includes(id)).map(one => labelOf(one, metrics)[lang])
  if (names.length === 0) return null
  return quiet({ zh: '不适用，没有记：', en: 'Not noted, as it does not apply: ' }[lang], listed(names, lang))
}

/** Each question with its one-tap answers. */
export function questionBlocks(questions: readonly Question[], asking: Asking, lang: Lang): readonly (Block | null)[] {
  const left = questions.length - MOST
  return [
    ...questions
      .slice(0, MOST)
      .flatMap(question => [
        text(strong(`“${quoted(question.text)}” `), questionWords(question, asking.metrics)[lang]),
        actions(...question.options.map(option => optionButton(option, asking, lang))),
      ]),
    left > 0
      ? text(
          {
            zh: `还有 ${left} 处没看懂，请分开再写。`,
            en: `${left} more were not understood; please write them apart.`,
          }[lang],
        )
      : null,
  ]
}

export function refusedBlocks(refused: readonly Refusal[], metrics: readonly Metric[], lang: Lang): readonly Block[] {
  return refused.slice(0, MOST).map(({ text: said, reason, metric }) => {
    const name = nameOf(metric, metrics, lang)
    const why = {
      negative: { zh: `没有记：${name}不能是负数`, en: `was not noted: ${name} cannot be negative` },
      'too-large': { zh: `没有记：${name}大得不合理`, en: `was not noted: too large for ${name}` },
    }[reason]
    return quiet(`“${quoted(said)}” `, why[lang])
  })
}

function questionWords({ kind, metric }: Question, metrics: readonly Metric[]): Words {
  const name = { zh: nameOf(metric ?? '', metrics, 'zh'), en: nameOf(metric ?? '', metrics, 'en') }
  switch (kind) {
    case 'count-of-amount':
      return { zh: `${name.zh}几个？`, en: `How many ${name.en}?` }
    case 'count-or-amount':
      return { zh: '是金额，还是个数？', en: 'An amount, or a count?' }
    case 'conflict':
      return {
        zh: `${name.zh}写了不止一次，以哪个为准？`,
        en: `${name.en} stands there more than once: which one counts?`,
      }
    case 'fraction':
      return { zh: `${name.zh}应是整数，记多少？`, en: `${name.en} is a whole number: how many?` }
    case 'approximate':
      return { zh: '确切是多少？', en: 'How many exactly?' }
    case 'implausible':
      return { zh: '这么多，没写错吗？', en: 'That many: is it right?' }
    case 'unit':
      return { zh: `单位和${name.zh}不符，是这个数吗？`, en: `The unit does not fit ${name.en}: is it this number?` }
    case 'amount-unit':
      return { zh: '单位是？', en: 'In which unit?' }
    case 'unknown':
      return metric === null
        ? { zh: '团队没有这个指标。', en: 'The team has no such metric.' }
        : { zh: `没有这个指标，是${name.zh}吗？`, en: `There is no such metric: do you mean ${name.en}?` }
    case 'guess':
      return { zh: `要计入${name.zh}吗？`, en: `Does it count as ${name.en}?` }
  }
}

/** The words on the button are the line that it stands for. */
function optionButton(option: Option, { metrics, target, start }: Asking, lang: Lang): Button {
  const value = JSON.stringify({ ...target, ...option })
  if ('note' in option) {
    const words = { zh: `${start} 备注：${option.note}`, en: `${start} Notes: ${option.note}` }[lang]
    return { id: 'reports.answer', label: { zh: '记为备注', en: 'Keep as a note' }[lang], words, value }
  }
  const values = Object.entries(option.set).map(([key, number]) => ({ key, value: number }))
  const line = restate({ values, notes: [], blockers: [] }, vocabularyOf(metrics), lang)
  return { id: 'reports.answer', label: line, words: `${start} ${line}`, value }
}

function quoted(said: string): string {
  const plain = said.trim().replace(/\s+/g, ' ')
  return plain.length > LONGEST_QUOTE ? `${plain.slice(0, LONGEST_QUOTE)}…` : plain
}
