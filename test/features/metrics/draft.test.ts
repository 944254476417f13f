import { describe, expect, it } from 'vitest'
import { readDraft } from '../../../src/features/metrics/draft.ts'

const read = (text: string) => readDraft(text.split(' ').filter(word => word !== ''))

const usual = { decimals: null, currency: null, direction: 'more', aggregation: 'sum', reportedBy: 'rep' }

describe('a metric in words', () => {
  it('takes names in both languages and options in both', () => {
    const wanted = {
      ...{ key: 'demos', zh: '演示', en: 'Demos', aliases: ['demo', '试用'] },
      ...{ kind: 'activity', unit: 'count', amount: null, formula: null, ...usual },
    }
    expect(read('演示 demos alias=demo,试用 unit=count')).toEqual({ ok: true, draft: wanted })
    expect(read('demos 演示 别名=Demo、试用 单位=个数 类型=过程')).toEqual({ ok: true, draft: wanted })
  })

  it.each([
    ['演示', { key: '演示', zh: '演示', en: '演示' }],
    ['demos', { key: 'demos', zh: 'demos', en: 'Demos' }],
    ['回款 payments unit=money', { key: 'payments', unit: 'money', kind: 'result' }],
    ['续约 renewals amount=revenue', { key: 'renewals', amount: 'revenue' }],
    ['每访 per-visit unit=money formula=签单额 / 拜访', { unit: 'money', kind: 'result', formula: '签单额 / 拜访' }],
    ['效率 公式:签单 / 拜访 + 1=2', { key: '效率', unit: 'number', formula: '签单 / 拜访 + 1=2' }],
    ['毛利率 margin 单位=百分比 类型=结果', { unit: 'percent', kind: 'result', aggregation: 'average' }],
    ['海外额 overseas 币种=美元 小数=2', { unit: 'money', kind: 'result', currency: 'USD', decimals: 2 }],
    ['在手 pipeline unit=money aggregation=last by=lead', { aggregation: 'last', reportedBy: 'lead' }],
    ['投诉 方向=越少越好 汇总=求和 decimals=auto', { direction: 'less', aggregation: 'sum', decimals: null }],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toMatchObject({ ok: true, draft: expected })
  })

  it.each([
    ['', 'no-name', ''],
    ['alias=demo', 'no-name', ''],
    ['拜访3', 'bad-name', '拜访3'],
    ['演示 alias=周', 'bad-name', '周'],
    ['演示 alias=万', 'bad-name', '万'],
    ['week', 'bad-name', 'week'],
    ['k', 'bad-name', 'k'],
    ['<b>', 'bad-name', '<b>'],
    ['a'.repeat(21), 'bad-name', 'a'.repeat(21)],
    ['演示 unit=kilos', 'bad-option', 'unit=kilos'],
    ['演示 decimals=7', 'bad-option', 'decimals=7'],
    ['演示 currency=gold', 'bad-option', 'currency=gold'],
    ['演示 unit=count currency=USD', 'currency-of-no-money', '演示'],
    ['效率 aggregation=last formula=签单 / 拜访', 'worked-out', '效率'],
    ['演示 colour=red', 'bad-option', 'colour=red'],
  ])('refuses "%s" as %s', (text, problem, said) => {
    expect(read(text)).toEqual({ ok: false, problem, text: said })
  })
})
