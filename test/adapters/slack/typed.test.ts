import { describe, expect, it } from 'vitest'
import { createTyped, speaking } from '../../../adapters/slack/render/typed.ts'
import { actions, code, content, field, fields, heading, text } from '../../../src/content/build.ts'
import type { Content, Form } from '../../../src/content/content.ts'
import { plain } from '../../../src/content/plain.ts'
import type { InboundEvent } from '../../../src/platform/events.ts'
import type { House } from '../../../src/platform/house.ts'

const commands = [
  { name: 'plan', words: ['plan', '计划', '早计划'] },
  { name: 'leave', words: ['leave', '请假'] },
  { name: 'leave-team', words: ['leave-team', '退出团队'] },
]

function typed(words: string, prefix: string | null = null) {
  return plain(createTyped(commands, prefix)(content('zh', text('输入 ', code(words), '。'))))
}

describe('commands, as they can be typed in Slack', () => {
  it('are called by the names of the manifest, whatever the language', () => {
    expect(typed('/早计划 拜访3')).toBe('输入 /plan 拜访3。')
    expect(typed('/计划 拜访3', 'bw')).toBe('输入 /bw-plan 拜访3。')
    expect(typed('/plan 3', 'bw')).toBe('输入 /bw-plan 3。')
  })

  it('go by the one that takes every word where the name is Slack’s own', () => {
    expect(typed('/请假 明天')).toBe('输入 /bellwether 请假 明天。')
    expect(typed('/Leave tomorrow')).toBe('输入 /bellwether Leave tomorrow。')
    expect(typed('/leave tomorrow', 'bw')).toBe('输入 /bw-leave tomorrow。')
  })

  it('go by it where there is no room for their name, in the words in which they are said', () => {
    const many = Array.from({ length: 50 }, (_, at) => ({ name: `do-${at}`, words: [`do-${at}`, `做${at}件`] }))
    const rules = { name: 'rules', words: ['rules', '规则', '规则 全部'] }
    const said = (prefix: string | null) =>
      plain(createTyped([...many, rules], prefix)(content('zh', text('/做1件　/rules　/规则 全部'))))
    expect(said(null)).toBe('/do-1　/bellwether rules　/bellwether 规则 全部')
    expect(said('bw')).toBe('/bw-do-1　/bw rules　/bw 规则 全部')
  })

  it('are said so once, however often they are read', () => {
    const again = createTyped(commands, null)
    const once = again(content('zh', text('/计划 或 /请假')))
    expect(again(once)).toEqual(once)
  })

  it.each(['/planet', 'a/plan', 'https://example.com/plan', '/leave-team', '//plan', '/plan/b', '1/计划'])(
    'leave %s alone',
    words => {
      expect(typed(words)).toBe(`输入 ${words}。`)
    },
  )
})

const form: Form = {
  id: 'times',
  title: '改时间',
  submit: '好',
  words: '/计划 时间',
  value: '/计划',
  inputs: [
    { id: 'due', label: '/计划 截止', kind: 'line', hint: '或发 /计划', fault: '请发 /请假', initial: '/计划 拜访3' },
  ],
}

describe('everything that is read', () => {
  const said = (...blocks: Content['blocks']) => createTyped(commands, 'bw')(content('zh', ...blocks)).blocks

  it('calls commands so: titles, names of fields, and what buttons and pictures say in words', () => {
    const button = { id: 'plans.open', label: '填', words: '/计划', value: '/计划' }
    const [title, list, row, picture] = said(
      heading('/计划'),
      fields(field('/请假', code('/请假 明天'))) ?? heading(''),
      actions(button) ?? heading(''),
      { b: 'image', ref: 'board', alt: '发 /计划 就上榜' },
    )
    expect(title).toEqual({ b: 'heading', text: '/bw-plan' })
    expect(list).toMatchObject({ fields: [{ label: '/bw-leave', value: [{ text: '/bw-leave 明天' }] }] })
    expect(row).toMatchObject({ buttons: [{ words: '/bw-plan', value: '/计划' }] })
    expect(picture).toMatchObject({ ref: 'board', alt: '发 /bw-plan 就上榜' })
  })

  it('calls them so in forms too, and leaves alone what is filled in or sent back', () => {
    expect(said({ b: 'form', form })).toMatchObject([
      {
        form: {
          words: '/bw-plan 时间',
          value: '/计划',
          inputs: [{ label: '/bw-plan 截止', hint: '或发 /bw-plan', fault: '请发 /bw-leave', initial: '/计划 拜访3' }],
        },
      },
    ])
  })
})

describe('the house, as it is heard in Slack', () => {
  const answer = content('zh', text('可以写：', code('/请假 明天')))
  const house: House = {
    intake: async () => undefined,
    keepFile: async () => 'ref',
    rehearse: async () => ({ said: [answer], refused: true }),
    home: async () => answer,
    said: async key => (key === 'kept' ? answer : null),
    heardUntil: async () => [],
    caughtUp: async () => undefined,
  }
  const heard = speaking(house, createTyped(commands, null))
  const asked: InboundEvent = {
    platform: 'slack',
    eventId: 't:1',
    place: { kind: 'group', channelId: 'C1' },
    author: { accountId: 'U1' },
    body: { kind: 'message', text: '请假', addressed: true },
  }

  it('tells what can be typed in a modal, on the Home tab and in forms that wait in messages', async () => {
    const there = await heard.rehearse(asked)
    expect(there.refused).toBe(true)
    expect(there.said.map(plain)).toEqual(['可以写：/bellwether 请假 明天'])
    expect(plain(await heard.home({ accountId: 'U1' }))).toBe('可以写：/bellwether 请假 明天')
    expect(plain((await heard.said('kept')) ?? content('zh'))).toBe('可以写：/bellwether 请假 明天')
    expect(await heard.said('gone')).toBeNull()
  })
})
