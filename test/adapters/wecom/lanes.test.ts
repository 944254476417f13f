import { describe, expect, it } from 'vitest'
import { type Need, type Reach, waysFor } from '../../../adapters/wecom/lanes/ways.ts'
import { surfacesOf } from '../../../adapters/wecom/surfaces.ts'
import type { Form, Input } from '../../../src/content/content.ts'
import { degrade } from '../../../src/content/degrade.ts'
import { allLanes } from './lane-settings.ts'

const everything: Reach = { call: true, known: true, webhook: true, app: true, appHears: true }

describe('the ways to a chat', () => {
  it.each<[Need, 'group' | 'direct', string]>([
    ['words', 'group', 'respond push webhook'],
    ['calls', 'group', 'webhook respond push'],
    ['picture', 'group', 'webhook push'],
    ['card', 'group', 'respond push'],
    ['words', 'direct', 'respond push app'],
    ['calls', 'direct', 'respond push app'],
    ['picture', 'direct', 'app push'],
    ['card', 'direct', 'respond push app'],
  ])('for %s in a %s chat are, in this order: %s', (need, kind, order) => {
    expect(waysFor(need, kind, everything).join(' ')).toBe(order)
  })

  it('are only those that are open', () => {
    const shut: Reach = { call: false, known: false, webhook: false, app: false, appHears: false }
    expect(waysFor('words', 'group', shut)).toEqual([])
    expect(waysFor('words', 'group', { ...shut, known: true })).toEqual(['push'])
    expect(waysFor('words', 'direct', { ...shut, app: true })).toEqual(['app'])
    expect(waysFor('card', 'direct', { ...shut, app: true })).toEqual([])
  })
})

describe('what WeCom can do', () => {
  const { bot, webhooks, app, apiUrl } = allLanes
  const none = { bot: null, webhooks: [], app: null, apiUrl }
  const short = (settings: Parameters<typeof surfacesOf>[0]) => {
    const { group, direct } = surfacesOf(settings)
    return [group, direct].map(({ hears, starts, canvas, recalls, pace }) =>
      [
        hears,
        starts,
        canvas.blocks.has('actions') ? 'cards' : 'words',
        canvas.mentions,
        canvas.limit.size,
        recalls,
        pace.perMinute,
      ].join(' '),
    )
  }

  it.each([
    [
      'all lanes',
      allLanes,
      ['mentions always cards inline 3000 false 18', 'everything always cards none 1600 false 25'],
    ],
    [
      'the bot',
      { ...none, bot },
      ['mentions after-contact cards none 6000 false 25', 'everything after-contact cards none 6000 false 25'],
    ],
    [
      'webhooks',
      { ...none, webhooks },
      ['nothing always words inline 3000 false 18', 'nothing never words none 6000 false 25'],
    ],
    [
      'the app',
      { ...none, app },
      ['nothing never words none 6000 false 25', 'everything always cards none 1600 true 25'],
    ],
    [
      'an app that hears nothing',
      { ...none, app: app && { ...app, callback: null } },
      ['nothing never words none 6000 false 25', 'nothing always words none 1600 true 25'],
    ],
  ])('with %s', (_, settings, expected) => {
    expect(short(settings)).toEqual(expected)
  })

  it('is never to whisper or to revise', () => {
    for (const surface of Object.values(surfacesOf(allLanes)))
      expect(surface).toMatchObject({ whispers: false, revises: false, idempotent: false })
  })

  it('draws a form that asks only to choose, and offers the others step by step', () => {
    const asking = (kind: Input['kind']): Form => ({
      ...{ id: 'f', title: '设置', submit: '保存', words: '/设置' },
      inputs: [{ id: 'x', label: '开', kind }],
    })
    const { canvas } = surfacesOf(allLanes).direct
    const kinds = (form: Form) => degrade([{ b: 'form', form }], canvas, 'zh').map(({ b }) => b)
    expect(kinds(asking('yes-no'))).toEqual(['form'])
    expect(kinds(asking('line'))).toEqual(['text', 'actions'])
  })
})
