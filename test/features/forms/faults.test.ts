import { describe, expect, it } from 'vitest'
import { type Cadence, cadenceSchema } from '../../../src/features/forms/cadence.ts'
import { cadenceFault } from '../../../src/features/forms/cadence-faults.ts'
import { defaultForms } from '../../../src/features/forms/defaults.ts'
import { formDefinitionSchema } from '../../../src/features/forms/definition.ts'
import { definitionFaults } from '../../../src/features/forms/faults.ts'
import { defaultMetrics } from '../../../src/features/metrics/default-metrics.ts'

const metricKeys = new Set(defaultMetrics.map(metric => metric.key))

function faultsOf(questions: readonly object[], key = 'weekly', kind = 'custom'): readonly string[] {
  const definition = formDefinitionSchema.parse({
    title: '周报',
    kind,
    cadence: { schedule: { every: 'week', on: 5, at: '17:00' }, opens: { at: '14:00' }, closes: { at: '20:00' } },
    questions,
  })
  return definitionFaults(key, definition, metricKeys).map(fault => `${fault.path.join('.')} ${fault.words.en}`)
}

const quoted = { id: 'quoted', kind: 'yes-no', label: '报价了吗' }

describe('a definition is sound', () => {
  it.each([...defaultForms])('as the default %s is', (key, definition) => {
    expect(definitionFaults(key, definition, metricKeys)).toEqual([])
  })

  it('with required answers that depend on an earlier one: quoted, so amount and date', () => {
    const when = { question: 'quoted', is: ['yes'] }
    const amount = { id: 'amount', kind: 'metric', metricKey: 'revenue', required: true, when }
    expect(faultsOf([quoted, amount, { id: 'when', kind: 'date', label: '哪天', required: true, when }])).toEqual([])
  })
})

describe('a definition is refused', () => {
  const note = { id: 'note', kind: 'line', label: '说明' }
  it.each([
    ['two questions with one id', [note, note], 'questions.1 the id note is used twice'],
    [
      'a metric that is not counted',
      [{ id: 'a', kind: 'metric', metricKey: 'demos' }],
      'questions.0 there is no metric demos',
    ],
    [
      'a metric asked twice',
      [
        { id: 'a', kind: 'metric', metricKey: 'calls' },
        { id: 'b', kind: 'metric', metricKey: 'calls' },
      ],
      'questions.1 the metric calls is asked twice',
    ],
    [
      'an unknown question in a condition',
      [{ ...note, when: { question: 'nothing', is: 'answered' } }],
      'questions.0 when refers to nothing, which is not asked before it',
    ],
    [
      'a condition on itself',
      [{ ...note, when: { question: 'note', is: 'answered' } }],
      'questions.0 when refers to note, which is not asked before it',
    ],
    [
      'a condition on a later question',
      [{ ...note, when: { question: 'quoted', is: 'answered' } }, quoted],
      'questions.0 when refers to quoted, which is not asked before it',
    ],
    [
      'a condition that never holds',
      [quoted, { ...note, when: { question: 'quoted', is: ['maybe'] } }],
      'questions.1 quoted can never be answered with "maybe"',
    ],
    [
      'the same option twice',
      [{ ...note, kind: 'choice', options: ['a', 'a'] }],
      'questions.0 the option a is given twice',
    ],
    [
      'a scale that runs backwards',
      [{ ...note, kind: 'scale', scale: { from: 5, to: 1 } }],
      'questions.0 a scale goes from a smaller number to a larger one',
    ],
  ])('for %s', (_, questions, fault) => {
    expect(faultsOf(questions)).toEqual([fault])
  })

  it('for a second plan under another key, and for a plan that is none', () => {
    expect(faultsOf([note], 'weekly', 'plan')).toHaveLength(1)
    expect(faultsOf([note], 'plan', 'custom')).toHaveLength(1)
  })
})

describe('times are refused', () => {
  function faultOf(given: object): string | undefined {
    const usual = { schedule: { every: 'workday', at: '09:15' }, opens: { at: '08:30' }, closes: { at: '17:00' } }
    const cadence: Cadence = cadenceSchema.parse({ ...usual, ...given })
    return cadenceFault(cadence)?.en
  }

  it.each([
    ['opening after due', { opens: { at: '09:16' } }, 'it opens after it is due'],
    ['closing before due', { closes: { at: '09:00' } }, 'it closes before it is due'],
    ['a day that never comes', { schedule: { cron: '0 9 15 * 1#1' }, opens: { before: 5 } }, 'this never comes due'],
    ['a round every minute', { schedule: { cron: '* * * * *' }, opens: { before: 0 } }, 'at most 48 rounds a day'],
  ])('for %s', (_, given, fault) => {
    expect(faultOf(given)).toBe(fault)
  })

  it('when two rounds of a day would be open at once', () => {
    const several = { schedule: { every: 'day', at: ['10:00', '14:00'] }, opens: { before: 120 } }
    expect(faultOf({ ...several, closes: { after: 121 } })).toContain('still open')
    expect(faultOf({ ...several, closes: { after: 120 } })).toBeUndefined()
  })

  it('when a round reaches into the next day’s', () => {
    expect(faultOf({ closes: { at: '08:31', daysLater: 1 } })).toContain('the next day')
    expect(faultOf({ closes: { at: '08:30', daysLater: 1 } })).toBeUndefined()
  })

  it('but a leap day is a day that comes', () => {
    const cadence = { schedule: { cron: '0 9 29 2 *' }, opens: { before: 60 }, closes: { after: 60 } }
    expect(faultOf(cadence)).toBeUndefined()
  })
})
