import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAnswers, toFormValues } from '../../../src/features/forms/answers.ts'
import { type FormDefinition, formDefinitionSchema } from '../../../src/features/forms/definition.ts'
import { formInputs } from '../../../src/features/forms/inputs.ts'

const metrics = [
  { key: 'deals', zh: '签单', en: 'Deals', unit: 'count' },
  { key: 'revenue', zh: '签单额', en: 'Revenue', unit: 'money' },
  { key: 'rate', zh: '转化率', en: 'Conversion', unit: 'percent' },
] as const

function formOf(...questions: readonly object[]): FormDefinition {
  return formDefinitionSchema.parse({
    title: '表单',
    kind: 'custom',
    cadence: { schedule: { every: 'day', at: '09:00' }, opens: { at: '08:00' }, closes: { at: '10:00' } },
    questions,
  })
}

const deals = { id: 'deals', kind: 'metric', metricKey: 'deals' }
const revenue = {
  id: 'revenue',
  kind: 'metric',
  metricKey: 'revenue',
  required: true,
  when: { question: 'deals', is: 'answered' },
}

function answerTo(question: object, given: string | readonly string[]): unknown {
  const read = readAnswers(formOf({ id: 'q', label: 'q', ...question }), { q: given }, metrics)
  return read.errors['q'] ? `refused: ${read.errors['q'].en}` : (read.answers['q'] ?? read.values)
}

describe('an answer', () => {
  it.each([
    ['8万', 80_000],
    ['三', 3],
    ['1.5w', 15_000],
    ['¥12,000', 12_000],
    ['0', 0],
  ])('%s to a number is %d', (given, value) => {
    expect(answerTo({ kind: 'metric', metricKey: 'revenue' }, given)).toEqual({ revenue: value })
  })

  it.each([
    [{ kind: 'metric', metricKey: 'deals' }, '很多', 'refused: give a number, such as 3, 80k or 1.5 million'],
    [{ kind: 'metric', metricKey: 'deals' }, '20多', 'refused: give the exact number'],
    [{ kind: 'metric', metricKey: 'deals' }, '-1', 'refused: a count cannot be negative'],
    [{ kind: 'metric', metricKey: 'deals' }, '30%', 'refused: give a number here, not a percentage'],
    [{ kind: 'metric', metricKey: 'deals' }, '9'.repeat(400), 'refused: this number is too large'],
    [{ kind: 'metric', metricKey: 'rate' }, '30%', { rate: 30 }],
    [{ kind: 'yes-no' }, '是', true],
    [{ kind: 'yes-no' }, 'NO', false],
    [{ kind: 'yes-no' }, '也许', 'refused: answer yes or no'],
    [{ kind: 'date' }, '2026-02-29', 'refused: give a date, such as 2026-11-21'],
    [{ kind: 'date' }, '2028-02-29', '2028-02-29'],
    [{ kind: 'scale', scale: { from: 1, to: 5 } }, '5', 5],
    [{ kind: 'scale', scale: { from: 1, to: 5 } }, '6', 'refused: give a whole number from 1 to 5'],
    [{ kind: 'choice', options: [{ value: 'a', label: '甲' }, 'b'] }, '甲', 'a'],
    [{ kind: 'choice', options: ['a', 'b'] }, ['a', 'b'], 'refused: choose one only'],
    [{ kind: 'choices', options: ['a', 'b'] }, ['b', 'b'], ['b']],
    [{ kind: 'choices', options: ['a', 'b'] }, 'c', 'refused: there is no option "c"'],
    [{ kind: 'line' }, 'x'.repeat(201), 'refused: too long: at most 200 characters'],
  ])('to %o of %s is read', (question, given, expected) => {
    expect(answerTo(question, given)).toEqual(expected)
  })

  it('of several lines becomes items, blockers and notes', () => {
    const form = formOf(
      { id: 'todo', kind: 'items', label: 'todo' },
      { id: 'stuck', kind: 'blocker', label: 'stuck', required: true },
      { id: 'more', kind: 'notes', label: 'more' },
    )
    const read = readAnswers(
      form,
      { todo: '- √ 回访华为\n\n2、报价 中建\n[ ] 合同', stuck: '合同盖章\n', more: '1.5 天在外' },
      metrics,
    )
    expect(read).toMatchObject({
      items: [
        { text: '回访华为', done: true },
        { text: '报价 中建', done: false },
        { text: '合同', done: false },
      ],
      blockers: ['合同盖章'],
      notes: ['1.5 天在外'],
      errors: {},
    })
    expect(readAnswers(form, { stuck: '没有。' }, metrics)).toMatchObject({ blockers: [], errors: {} })
  })
})

describe('a required question', () => {
  it('wants an answer, unless its condition does not hold', () => {
    const form = formOf(deals, revenue)
    expect(readAnswers(form, {}, metrics).errors).toEqual({})
    expect(readAnswers(form, { deals: '0' }, metrics).errors).toEqual({})
    expect(Object.keys(readAnswers(form, { deals: '1' }, metrics).errors)).toEqual(['revenue'])
    expect(readAnswers(form, { deals: '一', revenue: '8万' }, metrics)).toMatchObject({
      values: { deals: 1, revenue: 80_000 },
    })
  })

  it('that was not asked and yet answered is left out, and named', () => {
    const read = readAnswers(formOf(deals, revenue), { deals: '0', revenue: '8万' }, metrics)
    expect(read).toMatchObject({ values: { deals: 0 }, unasked: ['revenue'] })
  })

  it('is not asked through a chain that breaks earlier', () => {
    const form = formOf(deals, revenue, {
      id: 'why',
      kind: 'line',
      label: 'why',
      required: true,
      when: { question: 'revenue', is: 'answered' },
    })
    expect(readAnswers(form, { deals: '0', revenue: '5' }, metrics).errors).toEqual({})
    expect(Object.keys(readAnswers(form, { deals: '1', revenue: '5' }, metrics).errors)).toEqual(['why'])
  })
})

describe('inputs', () => {
  it('are the questions in the reader’s words, with what is known filled in', () => {
    const form = formOf(deals, revenue, {
      id: 'mood',
      kind: 'scale',
      label: { zh: '状态', en: 'Mood' },
      scale: { from: 1, to: 5 },
    })
    expect(formInputs(form, { lang: 'en', metrics, prefill: { deals: '2' } })).toEqual([
      { id: 'deals', label: 'Deals', kind: 'number', initial: '2' },
      {
        id: 'revenue',
        label: 'Revenue',
        kind: 'number',
        required: true,
        hint: 'such as 80k or 1.5 million',
        when: { input: 'deals', is: ['*'] },
      },
      { id: 'mood', label: 'Mood', kind: 'scale', scale: { from: 1, to: 5 } },
    ])
  })

  it('leave out a metric no longer counted and what depends on it', () => {
    const inputs = formInputs(formOf(deals, revenue), {
      lang: 'zh',
      metrics: metrics.filter(({ key }) => key !== 'deals'),
    })
    expect(inputs).toEqual([])
  })
})

const line = fc.stringMatching(/^[a-z一-鿿]{1,12}$/).filter(text => !/^(?:no|none|nothing|无|没|没有|暂无)$/.test(text))
const answered = fc.record({
  values: fc.record({
    deals: fc.nat({ max: 500 }),
    revenue: fc.integer({ min: 0, max: 1e9 }).map(cents => cents / 100),
  }),
  answers: fc.record(
    {
      why: line,
      sure: fc.boolean(),
      mood: fc.integer({ min: 1, max: 5 }),
      who: fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
    },
    { requiredKeys: [] },
  ),
  items: fc.array(fc.record({ text: line, done: fc.boolean() }), { maxLength: 5 }),
  blockers: fc.array(line, { maxLength: 5 }),
  notes: fc.array(line, { maxLength: 5 }),
})

it('what was answered can be filled in again and reads the same', () => {
  const form = formOf(
    deals,
    { id: 'revenue', kind: 'metric', metricKey: 'revenue' },
    { id: 'why', kind: 'line', label: 'why' },
    { id: 'sure', kind: 'yes-no', label: 'sure' },
    { id: 'mood', kind: 'scale', label: 'mood', scale: { from: 1, to: 5 } },
    { id: 'who', kind: 'choices', label: 'who', options: ['a', 'b', 'c'] },
    { id: 'todo', kind: 'items', label: 'todo' },
    { id: 'stuck', kind: 'blocker', label: 'stuck' },
    { id: 'more', kind: 'notes', label: 'more' },
  )
  fc.assert(
    fc.property(answered, answers => {
      expect(readAnswers(form, toFormValues(form, answers), metrics)).toEqual({ ...answers, errors: {}, unasked: [] })
    }),
  )
})
