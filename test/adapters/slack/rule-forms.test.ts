import { describe, expect, test } from 'vitest'
import { readValues } from '../../../adapters/slack/decode/values.ts'
import { modalView } from '../../../adapters/slack/render/modal.ts'
import { langs } from '../../../src/base/words.ts'
import { ruleForm } from '../../../src/features/rules/edit-words.ts'
import { editRule } from '../../../src/features/rules/fields.ts'
import { readyRules } from '../../../src/features/rules/ready-rules.ts'
import { isField, stateOf, stateValues, usablesIn } from '../../simulators/slack/inputs.ts'
import { refusals } from './reader.ts'

describe.each(langs)('the forms of rules in a modal, in %s', lang => {
  test.each(readyRules.map(rule => [rule.key, rule] as const))('%s: sent as it is, it changes nothing', (_, rule) => {
    const [form] = ruleForm(rule, null, lang).blocks.flatMap(block => (block.b === 'form' ? [block.form] : []))
    if (form === undefined) throw new Error('there is no form')
    const { blocks } = modalView(form, { lang, privateMetadata: '{}' })
    expect(refusals(blocks, 'modal')).toEqual([])
    const named = blocks.map(block => ({ ...block, block_id: block.block_id ?? '' }))
    const state = { values: stateValues(usablesIn(named).filter(isField), field => stateOf(field, undefined)) }
    const texts = Object.fromEntries(
      Object.entries(readValues(state)).map(([id, one]) => [id, [one].flat().join('、')]),
    )
    expect(editRule(rule, texts, lang)).toEqual({ ok: true, rule })
  })
})
