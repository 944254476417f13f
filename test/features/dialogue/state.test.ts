import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Input } from '../../../src/content/content.ts'
import {
  answered,
  askedInputs,
  back,
  current,
  type Dialogue,
  finish,
  goOn,
  mend,
  submitted,
} from '../../../src/features/dialogue/state.ts'

const line = (id: string, more: Partial<Input> = {}): Input => ({ id, label: id, kind: 'line', ...more })
const begin = (...inputs: Input[]): Dialogue =>
  goOn({ id: 'd', lang: 'zh', form: { id: 'f', title: 'f', submit: 's', words: '/f', inputs }, answers: {}, at: null })

describe('which inputs are asked', () => {
  const dialogue = begin(
    line('deals'),
    line('amount', { when: { input: 'deals', is: ['*'] } }),
    line('why', { when: { input: 'amount', is: ['small', 'none'] } }),
  )
  const asked = (answers: Dialogue['answers']) => askedInputs({ ...dialogue, answers }).map(({ id }) => id)

  test.each([
    [{}, ['deals']],
    [{ deals: '' }, ['deals']],
    [{ deals: '0' }, ['deals']],
    [{ deals: 'no' }, ['deals']],
    [{ deals: '1' }, ['deals', 'amount']],
    [{ deals: ['1'], amount: 'small' }, ['deals', 'amount', 'why']],
    [{ deals: '1', amount: 'large' }, ['deals', 'amount']],
    [{ deals: '0', amount: 'small' }, ['deals']],
  ])('after %j', (answers, ids) => {
    expect(asked(answers)).toEqual(ids)
  })

  test('what was answered and is not asked any more is not submitted', () => {
    const filled = answered(answered(dialogue, 'deals', '1'), 'amount', 'small')
    expect(submitted(answered(filled, 'deals', '0'))).toEqual({ deals: '0' })
    expect(submitted(filled)).toEqual({ deals: '1', amount: 'small' })
  })
})

test('back goes through what is asked, from the summary too, and answering returns to what is open', () => {
  const atSummary = answered(answered(begin(line('a'), line('b')), 'a', '1'), 'b', '2')
  expect(atSummary.at).toBeNull()
  const b = back(atSummary)
  expect(b?.at).toBe('b')
  const a = b && back(b)
  expect(a?.at).toBe('a')
  expect(a && back(a)).toBeNull()
  expect(a && answered(a, 'a', '3')).toMatchObject({ at: null, answers: { a: '3', b: '2' } })
})

test('finishing keeps what was filled in beforehand, and stops where something is needed', () => {
  const dialogue = begin(line('a', { initial: 'x' }), line('b'), line('c', { required: true }), line('d'))
  const stopped = finish(dialogue)
  expect(current(stopped)?.id).toBe('c')
  expect(submitted(finish(answered(stopped, 'c', 'y')))).toEqual({ a: 'x', c: 'y' })
})

test('after faults only what is faulty is asked, with what was said; answered, the fault is gone', () => {
  const filled = finish(answered(begin(line('a'), line('b'), line('c')), 'b', 'wrong'))
  const mending = mend(filled, { ...filled.form, inputs: [line('a'), line('b', { fault: 'no' }), line('c')] })
  expect(current(mending)).toMatchObject({ id: 'b', fault: 'no', initial: 'wrong' })
  const mended = answered(mending, 'b', 'right')
  expect(mended).toMatchObject({ at: null, answers: { a: '', b: 'right', c: '' } })
  expect(mended.form.inputs.some(({ fault }) => fault !== undefined)).toBe(false)
})

test('however one goes back and forth, what is submitted is what was said last of what is asked', () => {
  const inputs = ['a', 'b', 'c', 'd'].map((id, at, ids) =>
    line(id, at % 2 === 1 ? { when: { input: ids[at - 1] ?? '', is: ['*'] } } : {}),
  )
  fc.assert(
    fc.property(fc.array(fc.constantFrom('back', '', '0', 'x', 'y'), { maxLength: 30 }), moves => {
      const said = new Map<string, string>()
      let dialogue = begin(...inputs)
      for (const move of moves) {
        const here = dialogue.at
        if (move === 'back') dialogue = back(dialogue) ?? dialogue
        else if (here !== null) {
          said.set(here, move)
          dialogue = answered(dialogue, here, move)
        }
      }
      dialogue = finish(dialogue)
      expect(dialogue.at).toBeNull()
      const isAsked = (id: string) =>
        id === 'a' || id === 'c' || !['', '0', undefined].includes(said.get(id === 'b' ? 'a' : 'c'))
      const expected = [...said].filter(([id, answer]) => isAsked(id) && answer !== '')
      expect(submitted(dialogue)).toEqual(Object.fromEntries(expected))
    }),
  )
})
