import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultForms } from '../../../src/features/forms/defaults.ts'
import { itemsIn, markItems, turnItem } from '../../../src/features/reports/items.ts'
import { addSaid, replaceAsked, saysTheSame } from '../../../src/features/reports/merge.ts'
import { type Answers, noAnswers } from '../../../src/features/reports/report.ts'

const words = fc.uniqueArray(fc.constantFrom('华为', '中建', '京东'))
const said: fc.Arbitrary<Answers> = fc.record({
  values: fc.dictionary(fc.constantFrom('visits', 'calls'), fc.nat(50)),
  answers: fc.constant({}),
  items: words.map(texts => texts.map(text => ({ text, done: false }))),
  blockers: words,
  notes: words,
})

describe('what is said again by line', () => {
  test('replaces the numbers it gives and adds the words that are new', () => {
    const before = { ...noAnswers, values: { visits: 2, calls: 5 }, notes: ['下雨'], blockers: ['盖章'] }
    const more = { ...noAnswers, values: { calls: 8 }, notes: ['下雨', '堵车'], blockers: [] }
    const after = { ...noAnswers, values: { visits: 2, calls: 8 }, notes: ['下雨', '堵车'], blockers: ['盖章'] }
    expect(addSaid(before, more)).toEqual(after)
  })

  test('twice is as good as once', () => {
    fc.assert(
      fc.property(said, said, (before, more) => {
        const once = addSaid(before, more)
        expect(saysTheSame(addSaid(once, more), once)).toBe(true)
      }),
    )
  })

  test('leaves an item done that is named once more', () => {
    const before = { ...noAnswers, items: [{ text: '华为', done: true }] }
    expect(addSaid(before, { ...noAnswers, items: itemsIn(['华为、中建']) }).items).toEqual([
      { text: '华为', done: true },
      { text: '中建', done: false },
    ])
  })
})

test('a form replaces what it asks for and leaves the rest', () => {
  const plan = defaultForms.get('plan')
  const before = { ...noAnswers, values: { visits: 3, lost: 1 }, notes: ['旧'], answers: { 'lost-reason': '价格' } }
  const filled = { ...noAnswers, values: { calls: 9 } }
  expect(plan && replaceAsked(plan, before, filled)).toEqual({
    ...noAnswers,
    values: { lost: 1, calls: 9 },
    answers: { 'lost-reason': '价格' },
  })
})

describe('things to do', () => {
  test.each([
    { notes: ['跟进华为、中建'], items: ['跟进华为', '中建'] },
    { notes: ['跟进华为；写方案', '报价'], items: ['跟进华为', '写方案', '报价'] },
    { notes: ['call Acme, then Beta'], items: ['call Acme, then Beta'] },
    { notes: ['、'], items: [] },
  ])('in $notes are $items', ({ notes, items }) => {
    expect(itemsIn(notes).map(({ text }) => text)).toEqual(items)
  })

  test.each([
    { note: '√ 跟进华为', done: true },
    { note: '✅跟进华为', done: true },
    { note: '完成跟进华为', done: true },
    { note: 'done: 跟进华为', done: true },
  ])('are marked by $note', ({ note, done }) => {
    const marked = markItems({ ...noAnswers, items: [{ text: '跟进华为', done: !done }], notes: [note, '下雨'] })
    expect(marked).toEqual({ ...noAnswers, items: [{ text: '跟进华为', done }], notes: ['下雨'] })
  })

  test('are unmarked likewise, and a note about something else stays a note', () => {
    const items = [{ text: '跟进华为', done: true }]
    expect(markItems({ ...noAnswers, items, notes: ['☐ 跟进华为'] }).items).toEqual([{ text: '跟进华为', done: false }])
    expect(markItems({ ...noAnswers, items, notes: ['√ 别的'] }).notes).toEqual(['√ 别的'])
  })

  test('turned over twice are as they were', () => {
    const before = { ...noAnswers, items: itemsIn(['a；b']) }
    expect(turnItem(turnItem(before, 'a'), 'a')).toEqual(before)
    expect(turnItem(before, 'c')).toEqual(before)
  })
})
