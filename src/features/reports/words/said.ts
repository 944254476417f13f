import type { Lang } from '../../../base/words.ts'
import { field, fields, list, table, text } from '../../../content/build.ts'
import type { Block } from '../../../content/content.ts'
import { type FormDefinition, labelOf } from '../../forms/definition.ts'
import type { Metric } from '../../metrics/catalogue.ts'
import type { Pair } from '../pair.ts'
import { reasonName } from '../reasons.ts'
import type { Answer, Report } from '../report.ts'
import { nameOf, shownValue } from './hints.ts'
import { listed } from './labels.ts'

export interface Shown {
  readonly report: Report
  readonly definition: FormDefinition
  readonly metrics: readonly Metric[]
  /** Only where there is a plan to compare with. */
  readonly pair: Pair | null
}

/** What a report says, for those who may see all of it. */
export function saidBlocks({ report, definition, metrics, pair }: Shown, lang: Lang): readonly (Block | null)[] {
  const labels = { zh: { blockers: '卡点', notes: '备注' }, en: { blockers: 'Blockers', notes: 'Notes' } }[lang]
  const separator = { zh: '；', en: '; ' }[lang]
  return [
    pair ? pairTable(pair, report, metrics, lang) : numbers(report, metrics, lang),
    pair ? accuracy(pair, lang) : null,
    list(report.items.map(({ text, done }) => [done ? '√ ' : '☐ ', text])),
    fields(
      ...definition.questions.map(question => {
        const answer = report.answers[question.id]
        return answer === undefined ? null : field(labelOf(question, metrics)[lang], answerWords(answer, lang))
      }),
      report.blockers.length > 0 ? field(labels.blockers, report.blockers.join(separator)) : null,
      report.notes.length > 0 ? field(labels.notes, report.notes.join(separator)) : null,
    ),
  ]
}

/** In the order of the metrics; those that are no longer counted come last. */
function numbers({ values }: Report, metrics: readonly Metric[], lang: Lang): Block | null {
  const keys = new Set([...metrics.map(({ key }) => key), ...Object.keys(values)])
  return fields(
    ...[...keys].map(key => {
      const value = values[key]
      return value === undefined ? null : field(nameOf(key, metrics, lang), shownValue(key, value, metrics, lang))
    }),
  )
}

function pairTable({ rows }: Pair, { reasons }: Report, metrics: readonly Metric[], lang: Lang): Block | null {
  const labels = { zh: ['指标', '计划', '完成', '差'], en: ['Metric', 'Planned', 'Done', 'Difference'] }[lang]
  const why = { zh: '原因', en: 'Reason' }[lang]
  const hasReasons = rows.some(({ metricKey }) => reasons[metricKey] !== undefined)
  const show = (key: string, value: number | null) => (value === null ? '—' : shownValue(key, value, metrics, lang))
  return table(
    [...labels, ...(hasReasons ? [why] : [])].map((label, at) => ({
      label,
      align: at > 0 && at < 4 ? 'end' : 'start',
    })),
    rows.map(({ metricKey, planned, done, difference }) => {
      const sign = difference !== null && difference > 0 ? '+' : ''
      const reason = reasons[metricKey]
      return [
        nameOf(metricKey, metrics, lang),
        show(metricKey, planned),
        show(metricKey, done),
        sign + show(metricKey, difference),
        ...(hasReasons ? [reason === undefined ? '' : reasonName(reason, lang)] : []),
      ]
    }),
  )
}

function accuracy({ accuracy: part }: Pair, lang: Lang): Block | null {
  if (part === null) return null
  const percent = `${Math.round(part * 100)}%`
  return text({ zh: `计划准确度 ${percent}`, en: `Plan accuracy ${percent}` }[lang])
}

function answerWords(answer: Answer, lang: Lang): string {
  if (typeof answer === 'boolean') return { zh: answer ? '是' : '否', en: answer ? 'yes' : 'no' }[lang]
  return typeof answer === 'object' ? listed(answer, lang) : String(answer)
}
