import type { Lang } from '../../../base/words.ts'
import { type Metric, metricName, showValue } from '../../metrics/catalogue.ts'
import { findKey } from '../../metrics/metric.ts'
import type { Hint } from '../quality.ts'
import { dayLabel, listed } from './labels.ts'

/** One hint as a friendly question, for the reporter alone. */
export function hintWords(hint: Hint, metrics: readonly Metric[], lang: Lang): string {
  const name = (key: string) => nameOf(key, metrics, lang)
  switch (hint.kind) {
    case 'copied': {
      const day = dayLabel(hint.from, lang)
      return { zh: `和 ${day} 的一模一样，是忘了改吗？`, en: `Just the same as on ${day}: forgot to change it?` }[lang]
    }
    case 'amount-without-count':
      return {
        zh: `有${name(hint.amount)}，没有${name(hint.count)}数？`,
        en: `${name(hint.amount)} without ${name(hint.count)}?`,
      }[lang]
    case 'count-without-amount':
      return {
        zh: `有${name(hint.count)}，没有${name(hint.amount)}？`,
        en: `${name(hint.count)} without ${name(hint.amount)}?`,
      }[lang]
    case 'more-results-than-contacts': {
      const contacts = listed(hint.contacts.map(name), lang)
      return {
        zh: `${name(hint.result)}比${contacts}加起来还多？`,
        en: `More ${name(hint.result)} than ${contacts} together?`,
      }[lang]
    }
    case 'unusual':
      return unusualWords(hint, metrics, lang)
  }
}

function unusualWords(hint: Extract<Hint, { kind: 'unusual' }>, metrics: readonly Metric[], lang: Lang): string {
  const value = shownValue(hint.metric, hint.value, metrics, lang)
  const usual = shownValue(hint.metric, hint.usual, metrics, lang)
  const name = nameOf(hint.metric, metrics, lang)
  const far = { zh: hint.value > hint.usual ? '高' : '低', en: hint.value > hint.usual ? 'above' : 'below' }[lang]
  return {
    zh: `${name} ${value}，比你平时的 ${usual} ${far}很多？`,
    en: `${name} ${value}: far ${far} your usual ${usual}?`,
  }[lang]
}

export function nameOf(key: string, metrics: readonly Metric[], lang: Lang): string {
  const metric = findKey(metrics, key)
  return metric ? metricName(metric, lang) : key
}

export function shownValue(key: string, value: number, metrics: readonly Metric[], lang: Lang): string {
  return showValue(findKey(metrics, key) ?? { unit: 'number' }, value, lang)
}
