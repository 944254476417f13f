import type { ModalView } from '@slack/types'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readValues } from '../../../adapters/slack/decode/values.ts'
import { formErrors, modalView } from '../../../adapters/slack/render/modal.ts'
import { heading, text } from '../../../src/content/build.ts'
import type { Form, Input } from '../../../src/content/content.ts'
import { isField, stateOf, stateValues, usablesIn } from '../../simulators/slack/inputs.ts'
import { refusals } from './reader.ts'

/** `view.state` as Slack sends it when nothing was changed in the modal. */
function sentBack({ blocks }: ModalView) {
  const named = blocks.map(block => ({ ...block, block_id: block.block_id ?? '' }))
  return { values: stateValues(usablesIn(named).filter(isField), field => stateOf(field, undefined)) }
}

const asked = (...inputs: readonly Input[]): Form => ({
  id: 'reports.submit',
  title: 'Plan',
  submit: 'Send',
  words: '/plan',
  inputs,
})
const drawn = (form: Form, lang: 'zh' | 'en' = 'en') => modalView(form, { lang, privateMetadata: '{}' })
const onlyBlock = (input: Input, lang: 'zh' | 'en' = 'en') => drawn(asked(input), lang).blocks[0]
const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'].map(value => ({ value, label: value }))

describe('each kind of question has its element', () => {
  const line = { id: 'q', label: 'Q' }
  it.each<[string, Input, object]>([
    [
      'a number is written, as people write 8万',
      { ...line, kind: 'number', initial: '8万' },
      { type: 'plain_text_input', initial_value: '8万' },
    ],
    ['a line', { ...line, kind: 'line' }, { type: 'plain_text_input' }],
    [
      'a text',
      { ...line, kind: 'text', initial: 'a\nb' },
      { type: 'plain_text_input', multiline: true, initial_value: 'a\nb' },
    ],
    [
      'a few choices',
      { ...line, kind: 'choice', options: letters.slice(0, 5), initial: 'b' },
      { type: 'radio_buttons', initial_option: { value: 'b' } },
    ],
    ['more choices', { ...line, kind: 'choice', options: letters.slice(0, 6) }, { type: 'static_select' }],
    [
      'several of ten',
      { ...line, kind: 'choices', options: letters.slice(0, 10), initial: ['a', 'c'] },
      { type: 'checkboxes', initial_options: [{ value: 'a' }, { value: 'c' }] },
    ],
    ['several of more', { ...line, kind: 'choices', options: letters }, { type: 'multi_static_select' }],
    ['a choice without options is written', { ...line, kind: 'choice' }, { type: 'plain_text_input' }],
    [
      'a scale',
      { ...line, kind: 'scale', scale: { from: 0, to: 3 }, initial: '2' },
      { type: 'static_select', initial_option: { value: '2' } },
    ],
    [
      'yes or no',
      { ...line, kind: 'yes-no', initial: 'no' },
      { type: 'radio_buttons', initial_option: { value: 'no' } },
    ],
    ['a date', { ...line, kind: 'date', initial: '2026-11-20' }, { type: 'datepicker', initial_date: '2026-11-20' }],
    ['a time', { ...line, kind: 'time', initial: '09:30' }, { type: 'timepicker', initial_time: '09:30' }],
  ])('%s', (_, input, element) => {
    const view = drawn(asked(input))
    expect(view.blocks).toMatchObject([{ type: 'input', block_id: 'q', element: { action_id: 'q', ...element } }])
    expect(refusals(view.blocks, 'modal')).toEqual([])
  })

  it.each<Input>([
    { ...line, kind: 'date', initial: 'tomorrow' },
    { ...line, kind: 'time', initial: '25:00' },
    { ...line, kind: 'choice', options: letters, initial: 'gone' },
    { ...line, kind: 'choices', options: letters, initial: ['gone'] },
    { ...line, kind: 'scale', initial: '9' },
  ])('and what it could not hold is left out: $kind $initial', input => {
    expect(refusals(drawn(asked(input)).blocks, 'modal')).toEqual([])
    expect(JSON.stringify(onlyBlock(input))).not.toContain('initial')
  })
})

describe('a form sent back', () => {
  const option = fc.string({ minLength: 1, maxLength: 80 }).map(value => ({ value, label: value }))
  const options = fc.uniqueArray(option, { minLength: 2, maxLength: 50, selector: ({ value }) => value })
  const filled = options.chain(options =>
    fc.oneof(
      fc.record({
        kind: fc.constantFrom('number' as const, 'line' as const, 'text' as const),
        initial: fc.string({ minLength: 1 }),
      }),
      fc.constantFrom(...options).map(({ value }) => ({ kind: 'choice' as const, options, initial: value })),
      fc
        .subarray(options, { minLength: 1 })
        .map(some => ({ kind: 'choices' as const, options, initial: some.map(({ value }) => value) })),
      fc
        .integer({ min: 0, max: 10 })
        .map(n => ({ kind: 'scale' as const, scale: { from: 0, to: 10 }, initial: String(n) })),
      fc.constantFrom('yes', 'no').map(initial => ({ kind: 'yes-no' as const, initial })),
      fc.constant({ kind: 'date' as const, initial: '2026-02-28' }),
      fc.constant({ kind: 'time' as const, initial: '23:59' }),
    ),
  )

  it('untouched holds what was filled in before', () => {
    fc.assert(
      fc.property(fc.array(filled, { maxLength: 6 }), all => {
        const inputs = all.map((input, at): Input => ({ id: `q${at}`, label: input.kind, ...input }))
        const view = drawn(asked(...inputs))
        expect(refusals(view.blocks, 'modal')).toEqual([])
        const values = Object.fromEntries(inputs.map(({ id, initial = '' }) => [id, initial]))
        expect(readValues(sentBack(view))).toEqual(values)
      }),
    )
  })

  it('without answers holds empty texts, and none of several', () => {
    const kinds = ['number', 'line', 'text', 'choice', 'choices', 'scale', 'yes-no', 'date', 'time'] as const
    const inputs = kinds.map((kind): Input => ({ id: kind, label: kind, kind, options: letters }))
    const empty = Object.fromEntries(kinds.map(kind => [kind, kind === 'choices' ? [] : '']))
    expect(readValues(sentBack(drawn(asked(...inputs))))).toEqual(empty)
  })

  it('is refused when it is no form of ours', () => {
    expect(() => readValues({ values: { q: { q: { type: 'file_input' } } } })).toThrow()
    expect(() => readValues(undefined)).toThrow()
  })
})

describe('what is required', () => {
  it('must be answered, unless it hangs on another answer', () => {
    const inputs: readonly Input[] = [
      { id: 'new', label: 'New customer', kind: 'yes-no', required: true },
      { id: 'name', label: 'Name', kind: 'line', required: true, hint: 'in full', when: { input: 'new', is: ['yes'] } },
      { id: 'more', label: 'More', kind: 'text', when: { input: 'name', is: ['*'] } },
    ]
    expect(drawn(asked(...inputs)).blocks).toMatchObject([
      { optional: false },
      { optional: true, hint: { text: 'only if "New customer" is "Yes"; in full' } },
      { optional: true, hint: { text: 'only if "Name" is answered' } },
    ])
    expect(drawn(asked(...inputs), 'zh').blocks).toMatchObject([
      {},
      { hint: { text: '“New customer”是“是”时才需要填；in full' } },
      { hint: { text: '填了“Name”才需要填' } },
    ])
  })
})

describe('what is too long', () => {
  it('a title is cut, and stands whole above the form', () => {
    const title = 'Daily report · Friday, 20 November · Zhang San'
    const view = drawn({ ...asked(), title })
    expect(view.title.text).toBe('Daily report · Friday, …')
    expect(JSON.stringify(view.blocks[0])).toContain(title)
  })

  it('an option is cut where it is read, and comes back whole', () => {
    const label = '很长的选项'.repeat(16)
    const view = drawn(
      asked({ id: 'q', label: 'Q', kind: 'choice', options: [{ value: label, label }], initial: label }),
    )
    expect(refusals(view.blocks, 'modal')).toEqual([])
    expect(readValues(sentBack(view))).toEqual({ q: label })
  })

  it('a text that has no room is said to be cut', () => {
    const view = drawn(asked({ id: 'q', label: 'Q', kind: 'text', initial: 'x'.repeat(4_000) }))
    expect(refusals(view.blocks, 'modal')).toEqual([])
    expect(view.blocks).toMatchObject([{ hint: { text: expect.stringContaining('first 3000 characters') } }])
  })

  it('a form never has more blocks than Slack takes', () => {
    const inputs = Array.from({ length: 98 }, (_, n): Input => ({ id: `q${n}`, label: 'Q', kind: 'line' }))
    const intro = Array.from({ length: 9 }, () => text('said'))
    const view = modalView(asked(...inputs), { lang: 'en', privateMetadata: '', intro })
    expect(view.blocks).toHaveLength(100)
    expect(view.blocks.slice(2)).toMatchObject(inputs.map(({ id }) => ({ block_id: id })))
  })
})

it('says above the form what is said with it', () => {
  const view = modalView(asked(), {
    lang: 'en',
    privateMetadata: '{"form":"f"}',
    intro: [heading('Mend'), text('<b>')],
  })
  expect(view.private_metadata).toBe('{"form":"f"}')
  expect(view.blocks).toMatchObject([{ type: 'header' }, { type: 'rich_text' }])
})

it('names the faults by input', () => {
  const q = { label: 'Q', kind: 'line' as const }
  expect(formErrors(asked({ id: 'a', ...q }, { id: 'b', ...q, fault: 'give a number' }))).toEqual({
    b: 'give a number',
  })
  expect(formErrors(asked())).toEqual({})
})
