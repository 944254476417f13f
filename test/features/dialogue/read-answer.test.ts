import { describe, expect, test } from 'vitest'
import type { Input } from '../../../src/content/content.ts'
import { readAnswer } from '../../../src/features/dialogue/read-answer.ts'
import { question } from '../../../src/features/dialogue/words/question.ts'
import { wordsOf } from '../harness.ts'

const today = '2026-11-23'
const input = (kind: Input['kind'], more: Partial<Input> = {}): Input => ({ id: 'it', label: 'It', kind, ...more })
const options = [
  { value: 'visit', label: '上门拜访' },
  { value: 'phone', label: 'Phone call' },
  { value: '1', label: '三' },
]

describe('an answer that was typed', () => {
  test.each<[string, Input, string, string | readonly string[]]>([
    ['a number as it was written', input('number'), ' 8万 ', '8万'],
    ['a number that is counted aloud', input('number'), '20 通', '20'],
    ['a Chinese number', input('number'), '三个', '三'],
    ['a number of full width', input('number'), '１２', '１２'],
    ['a day of this week', input('date'), '周五', '2026-11-27'],
    ['a day in English', input('date'), 'tomorrow', '2026-11-24'],
    ['a time in words', input('time'), '下午6点半', '18:30'],
    ['a time in English', input('time'), '6pm', '18:00'],
    ['yes', input('yes-no'), '是的', 'yes'],
    ['no by its number', input('yes-no'), '2', 'no'],
    ['no in capitals', input('yes-no'), 'NO', 'no'],
    ['a step of a scale', input('scale', { scale: { from: 1, to: 5 } }), '五', '5'],
    ['a choice by its name', input('choice', { options }), 'phone CALL', 'phone'],
    ['a choice by its number', input('choice', { options }), '2.', 'phone'],
    ['a choice whose name is a number, before the first', input('choice', { options }), '1', '1'],
    ['several by number and name', input('choices', { options }), '2、上门拜访', ['phone', 'visit']],
    ['one name with a space in it', input('choices', { options }), 'Phone call', ['phone']],
    ['the same twice as once', input('choices', { options }), '2 2 phone', ['phone']],
    ['several lines', input('text'), '一\n二', '一\n二'],
    ['several lines where there is one', input('line'), '一 \n 二', '一 二'],
  ])('%s', (_, asked, typed, answer) => {
    expect(readAnswer(asked, typed, today)).toEqual({ ok: true, answer })
  })

  test.each<[string, Input, string, RegExp]>([
    ['words for a number', input('number'), '不少', /数字/],
    ['about a number', input('number'), '约5万', /确切/],
    ['a day that does not exist', input('date'), '2月30日', /日期/],
    ['an hour that does not exist', input('time'), '25:00', /时间/],
    ['perhaps', input('yes-no'), '也许', /是/],
    ['beyond the scale', input('scale', { scale: { from: 0, to: 3 } }), '4', /0 到 3/],
    ['half a step', input('scale'), '2.5', /1 到 5/],
    ['no such option', input('choice', { options }), '4', /编号/],
    ['one of them unknown', input('choices', { options }), '2 9', /1 3/],
    ['nothing', input('text'), ' \n ', /一句话/],
  ])('not %s', (_, asked, typed, words) => {
    expect(readAnswer(asked, typed, today)).toMatchObject({ ok: false, words: { zh: expect.stringMatching(words) } })
  })
})

describe('a question', () => {
  const asking = (it: Input, lang: 'zh' | 'en' = 'zh') =>
    wordsOf(
      question({
        id: 'd',
        lang,
        form: { id: 'f', title: 'F', submit: '好', words: '/f', inputs: [it] },
        answers: {},
        at: it.id,
      }),
    )

  test('has a button for each of a few answers, with its number', () => {
    expect(asking(input('choice', { options, required: true }))).toBe(
      '1/1 It\n[1 上门拜访] 1\n[2 Phone call] 2\n[3 三] 3\n[取消] 取消',
    )
    expect(asking(input('yes-no'), 'en')).toBe('1/1 It (optional)\n[1 Yes] 1\n[2 No] 2\n[Skip] skip\n[Cancel] cancel')
  })

  test('never has more buttons than a card holds: the rest is said in words', () => {
    const asked = asking(input('scale', { scale: { from: 1, to: 5 }, initial: '3' }))
    expect(asked).toBe(
      '1/1 It（选填）\n现在是：3\n[1] 1\n[2] 2\n[3] 3\n[4] 4\n[5] 5\n[照旧] 照旧\n也可以说：取消 · 清空',
    )
    expect(asking(input('scale', { scale: { from: 0, to: 10 } }))).toContain('0 – 10\n[跳过]')
  })

  test('lists what is too much for buttons, and all of which several may be picked', () => {
    const many = Array.from({ length: 6 }, (_, at) => ({ value: `v${at}`, label: `L${at}` }))
    expect(asking(input('choice', { options: many }))).toContain('6 L5\n[跳过]')
    const long = [{ value: 'a', label: '一个很长很长很长很长很长的选项' }]
    expect(asking(input('choice', { options: long }))).toContain('1 一个很长很长很长很长很长的选项\n[跳过]')
    expect(asking(input('choices', { options, initial: ['visit', 'phone'] }))).toBe(
      '1/1 It（选填）\n1 上门拜访\n2 Phone call\n3 三\n现在是：上门拜访、Phone call\n[照旧] 照旧\n[取消] 取消\n[清空] 清空',
    )
  })
})
