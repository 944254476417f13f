import { describe, expect, it } from 'vitest'
import { readFormRequest } from '../../../src/features/forms/request.ts'

const plainQuestion = { required: false, managerOnly: false, kind: null, options: [] }

describe('what follows /form', () => {
  it.each([
    ['', { kind: 'list' }],
    ['列表', { kind: 'list' }],
    ['计划', { kind: 'show', form: '计划' }],
    ['show plan', { kind: 'show', form: 'plan' }],
    ['plan YAML', { kind: 'export', form: 'plan' }],
    ['导出 日报', { kind: 'export', form: '日报' }],
    ['off weekly', { kind: 'switch', form: 'weekly', on: false }],
    ['周报 启用', { kind: 'switch', form: '周报', on: true }],
    ['off', { kind: 'unclear', text: 'off' }],
    ['plan due 09:30', { kind: 'times', form: 'plan', change: { due: ['09:30'] } }],
    ['计划 截止9点半', { kind: 'times', form: '计划', change: { due: ['09:30'] } }],
    ['ｐｌａｎ　due 9:30 pm', { kind: 'times', form: 'plan', change: { due: ['21:30'] } }],
    ['plan due 10:00, 14:00 and 17:00', { kind: 'times', form: 'plan', change: { due: ['10:00', '14:00', '17:00'] } }],
    [
      '日报 开始 16:30 截止 18:30 关闭 次日 09:00',
      {
        kind: 'times',
        form: '日报',
        change: { opens: '16:30', due: ['18:30'], closes: { at: '09:00', daysLater: 1 } },
      },
    ],
    ['report closes 08:00', { kind: 'times', form: 'report', change: { closes: { at: '08:00' } } }],
    ['plan due 25:00', { kind: 'unclear', text: 'plan due 25:00' }],
    ['plan due soon', { kind: 'unclear', text: 'plan due soon' }],
    ['plan opens 8:00 9:00', { kind: 'unclear', text: 'plan opens 8:00 9:00' }],
    ['plan due 09:30 never', { kind: 'unclear', text: 'plan due 09:30 never' }],
    [
      'plan add 报价 required',
      { kind: 'add', form: 'plan', question: { ...plainQuestion, label: '报价', required: true } },
    ],
    [
      '计划 添加 Competitor news 长文 仅经理',
      {
        kind: 'add',
        form: '计划',
        question: { ...plainQuestion, label: 'Competitor news', managerOnly: true, kind: 'text' },
      },
    ],
    [
      'plan add Mood 好/一般/差',
      {
        kind: 'add',
        form: 'plan',
        question: { ...plainQuestion, label: 'Mood', kind: 'choice', options: ['好', '一般', '差'] },
      },
    ],
    ['plan remove Competitor news', { kind: 'remove', form: 'plan', question: 'Competitor news' }],
    ['plan add', { kind: 'unclear', text: 'plan add' }],
    ['import\nkey: weekly\n  a: 1', { kind: 'import', yaml: 'key: weekly\n  a: 1' }],
  ])('%j is %o', (rest, expected) => {
    expect(readFormRequest(rest)).toEqual(expected)
  })
})
