import type { Lang } from '../../../base/words.ts'
import { labelOf, type Question } from '../../forms/definition.ts'
import type { Answer, Item, Report } from '../../reports/report.ts'
import { listed } from '../../reports/words/labels.ts'
import type { DigestRow } from '../digest.ts'

/** One member's remarks take no more letters than this. */
const LONGEST = 80

/** What somebody said beside numbers and blockers, cut short; empty when that is nothing. */
export function remarksOf({ report, items, notes, answers }: DigestRow, lang: Lang): string {
  const said = [
    listed(
      items.map(item => itemText(item, report.kind)),
      lang,
    ),
    ...answers.map(({ question, answer }) => `${labelOf(question, [])[lang]} ${answerText(question, answer, lang)}`),
    ...notes,
  ]
  return cut(said.filter(part => part !== '').join({ zh: '；', en: '; ' }[lang]))
}

/** In a plan nothing is done yet; later every item says what became of it. */
function itemText({ text, done }: Item, kind: Report['kind']): string {
  return kind === 'plan' ? text : `${done ? '√' : '☐'} ${text}`
}

/** The answer with its options' labels, as the question has them. */
function answerText(question: Question, answer: Answer, lang: Lang): string {
  if (typeof answer === 'boolean') return { zh: answer ? '是' : '否', en: answer ? 'yes' : 'no' }[lang]
  const texts = typeof answer === 'object' ? answer : [String(answer)]
  return listed(
    texts.map(text => optionLabel(question, text)?.[lang] ?? text),
    lang,
  )
}

function optionLabel(question: Question, value: string) {
  return 'options' in question ? question.options.find(option => option.value === value)?.label : undefined
}

const segmenter = new Intl.Segmenter()

/** Between whole letters, one line. */
function cut(text: string): string {
  const letters = Array.from(segmenter.segment(text.replace(/\s+/g, ' ')), ({ segment }) => segment)
  return letters.length <= LONGEST ? letters.join('') : `${letters.slice(0, LONGEST - 1).join('')}…`
}
