import type { Lang, Words } from '../../base/words.ts'
import { aggregationWords, anyReporterWords, directionWords, kindWords, unitWords } from './fact-words.ts'

const fields: ReadonlyMap<string, Words> = new Map([
  ['unit', { zh: '单位', en: 'unit' }],
  ['kind', { zh: '类型', en: 'kind' }],
  ['decimals', { zh: '小数位', en: 'decimals' }],
  ['currency', { zh: '币种', en: 'currency' }],
  ['direction', { zh: '方向', en: 'direction' }],
  ['aggregation', { zh: '汇总方式', en: 'aggregation' }],
  ['reportedBy', { zh: '填报人', en: 'reporter' }],
  ['amountKey', { zh: '金额', en: 'amount' }],
  ['name', { zh: '名字', en: 'name' }],
  ['aliases', { zh: '别名', en: 'aliases' }],
  ['state', { zh: '状态', en: 'state' }],
])

/** What a fact of a metric is called. */
export function fieldWords(field: string): Words {
  return fields.get(field) ?? { zh: field, en: field }
}

const states: Readonly<Record<string, Words>> = {
  added: { zh: '新建', en: 'added' },
  active: { zh: '在用', en: 'in use' },
  archived: { zh: '停用', en: 'archived' },
}

const values = new Map<string, Readonly<Record<string, Words>>>([
  ['unit', unitWords],
  ['kind', kindWords],
  ['direction', directionWords],
  ['aggregation', aggregationWords],
  ['reportedBy', anyReporterWords],
  ['state', states],
])

/** How a value of such a fact is written, as it was kept; a dash where there is none. */
export function valueWords(field: string, value: string, lang: Lang): string {
  return value === '' ? '–' : (values.get(field)?.[value]?.[lang] ?? value)
}
