import type { Words } from '../../base/words.ts'

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
