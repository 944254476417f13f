import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { z } from 'zod'
import { langs } from '../../../src/base/words.ts'
import { editRule, fieldSpellings, fieldsOf, partsChanged } from '../../../src/features/rules/fields.ts'
import { readyRules } from '../../../src/features/rules/ready-rules.ts'
import { ruleSchema, ruleStates, stepKinds } from '../../../src/features/rules/rule.ts'
import { ruleFaults } from '../../../src/features/rules/rule-faults.ts'
import { readRulesYaml, writeRulesYaml } from '../../../src/features/rules/rule-yaml.ts'

type Draft = z.input<typeof ruleSchema>

const half = fc.integer({ min: 0, max: 47 })
const time = half.map(at => `${String(at >> 1).padStart(2, '0')}:${at % 2 === 0 ? '00' : '30'}`)
const words = fc.constantFrom({ zh: '一句话' }, { en: 'a word: "yes" #1' }, { zh: '- 是', en: 'no' })
const patterns = fc.uniqueArray(fc.constantFrom('订单*延期', '合同', 'C++', 'true', '12', 'a: b'), { minLength: 1 })
const when = fc.oneof<fc.Arbitrary<Draft['when']>[]>(
  fc.constant({ kind: 'flooding' }),
  fc.record({
    kind: fc.constant('mention-all'),
    mayAtLeast: fc.constantFrom('lead', 'manager'),
    perDay: fc.integer({ min: 1, max: 20 }),
  }),
  fc.record({
    kind: fc.constant('repeats'),
    times: fc.integer({ min: 2, max: 20 }),
    minutes: fc.integer({ min: 1, max: 1440 }),
  }),
  fc.record({ kind: fc.constant('links'), allowed: fc.uniqueArray(fc.constantFrom('a.cn', 'docs.example.com')) }),
  fc.record({ kind: fc.constant('routing'), patterns, to: fc.constantFrom('case', 'mail', 'drive') }),
  fc.record({ kind: fc.constant('off-topic'), patterns }),
  fc.record({ kind: fc.constant('wording'), list: fc.constantFrom('default', '医美'), pinyin: fc.boolean() }),
  fc.record({
    kind: fc.constant('customer-data'),
    what: fc.uniqueArray(fc.constantFrom('mobile', 'id-card', 'bank-card'), { minLength: 1 }),
  }),
  fc.record({ kind: fc.constant('report-form'), until: time }),
  fc.record({ kind: fc.constant('unanswered'), minutes: fc.integer({ min: 5, max: 480 }) }),
)
const hours = fc
  .record({ from: time, to: time, on: fc.constantFrom('every-day', 'workdays', 'days-off') })
  .filter(({ from, to }) => from !== to)
const step = fc.record({ do: fc.constantFrom(...stepKinds), words: fc.option(words, { nil: undefined }) })

/** Any rule that holds together. */
const anyRule = fc
  .record({
    hours: fc.option(hours),
    to: fc.constantFrom('talk', 'for-us', 'all'),
    when,
    title: words,
    steps: fc.array(step, { minLength: 1, maxLength: 6 }),
  })
  .map(({ hours: span, to, steps, ...rest }) => {
    const listens = { to, ...(span && { hours: span }) }
    const bare = steps.map(({ words: own, ...one }) => ({ ...one, ...(own && { words: own }) }))
    return ruleSchema.parse({ key: 'a-rule', listens, manners: { steps: bare }, ...rest })
  })

const nobody = { channels: [], members: [] }

it('every rule is written as text that reads back as the same', () => {
  fc.assert(
    fc.property(anyRule, fc.constantFrom(...ruleStates), (definition, state) => {
      fc.pre(ruleFaults(definition).length === 0)
      const yaml = writeRulesYaml([{ definition, state }], nobody)
      expect(readRulesYaml(yaml, nobody)).toEqual({ ok: true, sheets: [{ definition, state }] })
    }),
  )
})

it('what is shown of a part is understood as the same, in both languages', () => {
  fc.assert(
    fc.property(fc.oneof(anyRule, fc.constantFrom(...readyRules)), fc.constantFrom(...langs), (rule, lang) => {
      for (const { field, shown } of fieldsOf(rule, lang)) {
        const written = ruleSchema.parse(field.write(rule, shown, lang))
        // A title that was written in the other language alone is then there in both.
        expect(partsChanged(rule, written, lang)).toEqual([])
        if (field.id !== 'title' && field.id !== 'say') expect(written).toEqual(rule)
      }
    }),
  )
})

it('no two parts of a rule go by one name', () => {
  for (const rule of readyRules) {
    const names = fieldsOf(rule, 'zh').flatMap(({ field }) => [...new Set(fieldSpellings[field.id])])
    expect(names.toSorted()).toEqual([...new Set(names)].toSorted())
  }
})

it('nothing typed makes a rule of another shape', () => {
  fc.assert(
    fc.property(
      anyRule,
      fc.constantFrom('hours', 'steps', 'messages', 'patterns', 'until', 'allowed', 'title', 'say', 'coolDown'),
      fc.string(),
      (rule, id, text) => {
        const edited = editRule(rule, { [id]: text }, 'zh')
        if (edited.ok) expect(ruleSchema.parse(edited.rule)).toEqual(edited.rule)
        else expect(edited.faults.length).toBeGreaterThan(0)
      },
    ),
  )
})
