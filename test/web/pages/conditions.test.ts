import { describe, expect, test } from 'vitest'
import type { FormValues, Input } from '../../../src/content/content.ts'
import { isAsked } from '../../../src/web/pages/conditions.ts'

const deals: Input = { id: 'deals', label: '签单', kind: 'number' }
const revenue: Input = { id: 'revenue', label: '签单额', kind: 'number', when: { input: 'deals', is: ['*'] } }
const customer: Input = { id: 'customer', label: '客户', kind: 'line', when: { input: 'revenue', is: ['*'] } }
const stage: Input = { id: 'stage', label: '阶段', kind: 'line', when: { input: 'needs', is: ['legal', 'presales'] } }
const needs: Input = { id: 'needs', label: '支持', kind: 'choices' }
const inputs = [deals, revenue, customer, needs, stage]

const asked = (input: Input, values: FormValues) => isAsked(input, inputs, values)

describe('what a form asks', () => {
  test('an input without a condition is always asked', () => {
    expect(asked(deals, {})).toBe(true)
  })

  test.each([
    ['3', true],
    ['8万', true],
    ['yes', true],
    ['', false],
    ['  ', false],
    ['0', false],
    ['no', false],
  ])('any answer but none, 0 or no: %j → %s', (value, shown) => {
    expect(asked(revenue, { deals: value })).toBe(shown)
  })

  test('one of several chosen values is enough', () => {
    expect(asked(stage, { needs: ['finance', 'legal'] })).toBe(true)
    expect(asked(stage, { needs: ['finance'] })).toBe(false)
    expect(asked(stage, { needs: [] })).toBe(false)
  })

  test('what hangs on a hidden input is hidden, whatever that one still holds', () => {
    expect(asked(customer, { deals: '1', revenue: '80000' })).toBe(true)
    expect(asked(customer, { deals: '0', revenue: '80000' })).toBe(false)
  })

  test('an input that hangs on a later one, on itself or on none is never asked', () => {
    const early: Input = { ...deals, id: 'early', when: { input: 'late', is: ['*'] } }
    const late: Input = { ...deals, id: 'late', when: { input: 'early', is: ['*'] } }
    const lost: Input = { ...deals, id: 'lost', when: { input: 'nowhere', is: ['*'] } }
    const own: Input = { ...deals, id: 'own', when: { input: 'own', is: ['*'] } }
    const values = { early: '1', late: '1', own: '1' }
    for (const input of [early, late, lost, own]) {
      expect(isAsked(input, [early, late, lost, own], values)).toBe(false)
    }
  })
})
