import type { Lang, Words } from '../../base/words.ts'
import { toLocal, type Zone } from '../../calendar/zone.ts'
import { content, field, fields, heading, list, quiet } from '../../content/build.ts'
import type { Content, Field } from '../../content/content.ts'
import { aggregationWords, anyReporterWords, directionWords, kindWords, unitWords } from './fact-words.ts'
import { fieldWords, valueWords } from './field-words.ts'
import { formulaWords } from './formula-words.ts'
import { findKey, type Metric, metricName, namesOf } from './metric.ts'
import { currencyName } from './money/currency.ts'
import type { KeptChange } from './store/changes.ts'

export interface Card {
  readonly metric: Metric
  readonly all: readonly Metric[]
  readonly isArchived: boolean
  /** The team's own currency. */
  readonly own: string
  readonly changes: readonly (KeptChange & { readonly by: string })[]
}

/** All about one metric, and how to change it. */
export function metricCard(card: Card, zone: Zone, lang: Lang): Content {
  const { metric, isArchived, changes } = card
  const gone = isArchived ? { zh: '（已停用）', en: ' (archived)' }[lang] : ''
  const shown = changes.map(change => [changeLine(change, zone, lang)])
  return content(
    lang,
    heading(`${metricName(metric, lang)} · ${metric.key}${gone}`),
    fields(...factFields(card, lang)),
    shown.length === 0 ? null : quiet({ zh: '修改记录', en: 'Changes' }[lang]),
    list(shown),
    quiet(howToChange(metric)[lang]),
  )
}

function factFields({ metric, all, own }: Card, lang: Lang): readonly (Field | null)[] {
  const { unit, kind, decimals, currency, direction, aggregation, reportedBy, amountKey, formula } = metric
  const of = (name: string, value: string | null) =>
    value === null || value === '' ? null : field(fieldWords(name)[lang], value)
  const names = namesOf(metric).filter(name => name !== metricName(metric, lang) && name !== metric.key)
  const amount = amountKey === null ? null : findKey(all, amountKey)
  const isRecorded = formula === null
  return [
    of('aliases', names.join({ zh: '、', en: ', ' }[lang])),
    of('kind', kindWords[kind][lang]),
    of('unit', unitWords[unit][lang]),
    of('currency', unit === 'money' && isRecorded ? currencyName(currency ?? own, lang) : null),
    of('amountKey', amount && metricName(amount, lang)),
    of('decimals', decimals === null ? null : String(decimals)),
    of('direction', { zh: directionWords[direction].zh, en: `${directionWords[direction].en} is better` }[lang]),
    of('aggregation', isRecorded ? aggregationWords[aggregation][lang] : null),
    of('reportedBy', isRecorded ? anyReporterWords[reportedBy][lang] : null),
    formula === null ? null : field({ zh: '公式', en: 'formula' }[lang], formulaWords(formula, all, lang)),
  ]
}

function changeLine({ field, before, after, by, changedAt }: Card['changes'][number], zone: Zone, lang: Lang): string {
  const { date, time } = toLocal(changedAt, zone)
  const from = before === '' ? '' : `${valueWords(field, before, lang)} → `
  return `${date} ${time} ${by} · ${fieldWords(field)[lang]} ${from}${valueWords(field, after, lang)}`
}

function howToChange({ zh, key }: Metric): Words {
  return {
    zh: `经理可以改：/指标 设置 ${zh} 方向=越少越好 小数=1 · /指标 改名 ${zh} 新名字`,
    en: `Managers may change it: /metric set ${key} direction=less decimals=1 · /metric rename ${key} newname`,
  }
}
