import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  actions,
  content,
  divider,
  fields,
  form,
  heading,
  link,
  list,
  mention,
  quiet,
  strong,
  table,
  text,
} from '../../src/content/build.ts'
import { displayWidth } from '../../src/content/measure.ts'
import { plain } from '../../src/content/plain.ts'
import { anyContent } from './contents.ts'

describe('the plain rendering', () => {
  test('shows every kind of block as lines', () => {
    const said = content(
      'zh',
      heading('日报'),
      text('谢谢 ', mention({ id: 'm1', name: '李雷' }), '，见 ', link('https://example.com/a', '说明')),
      fields({ label: '签单', value: [strong('8万')] }),
      list([['拜访华为'], ['第一行\n第二行']]),
      quiet('19:00 截止'),
      divider,
      actions({ id: 'reports.edit', label: '修改', words: '/日报' }),
      form({ id: 'plans.form', title: '填计划', submit: '提交', words: '/计划 拜访3', inputs: [] }),
      { b: 'image', ref: 'r', alt: '榜单图' },
    )
    expect(plain(said).split('\n')).toEqual([
      '日报',
      '谢谢 @李雷，见 说明 (https://example.com/a)',
      '签单：8万',
      '• 拜访华为',
      '• 第一行',
      '  第二行',
      '19:00 截止',
      '---',
      '[修改] → /日报',
      '填计划 → /计划 拜访3',
      '榜单图',
    ])
  })

  test('parts a label from its value as its language does', () => {
    expect(plain(content('en', fields({ label: 'Deals', value: [strong('2')] })))).toBe('Deals: 2')
  })

  test('aligns the columns of a table by what the eye sees', () => {
    const board = table(
      [{ label: '成员' }, { label: '电话', align: 'end' }],
      [
        ['李雷', '25'],
        ['Ann', '7'],
        ['小🎉', '113'],
      ],
    )
    expect(plain(content('zh', board)).split('\n')).toEqual(['成员  电话', '李雷    25', 'Ann      7', '小🎉   113'])
  })

  test('says a link once when its text is its address', () => {
    expect(plain(content('en', text(link('https://example.com', 'https://example.com'))))).toBe('https://example.com')
  })

  test('leaves no spaces at the end of a line and no empty block', () => {
    fc.assert(
      fc.property(anyContent, said => {
        const text = plain(said)
        expect(text).toBe(text.trimEnd())
        expect(text.split('\n').every(line => line === line.trimEnd())).toBe(true)
      }),
    )
  })
})

test.each([
  ['abc', 3],
  ['日报', 4],
  ['１２', 4],
  ['👩‍👩‍👧‍👦', 2],
  ['e\u0301', 1],
  ['☎️', 2],
  ['\u200b', 0],
  ['', 0],
])('%s takes %i columns', (line, columns) => {
  expect(displayWidth(line)).toBe(columns)
})
