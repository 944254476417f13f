import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { surfacesOf as dingtalk } from '../../../adapters/dingtalk/surfaces.ts'
import { surfaces as room } from '../../../adapters/room/surfaces.ts'
import { surfaces as slack } from '../../../adapters/slack/surfaces.ts'
import { surfacesOf as wecom } from '../../../adapters/wecom/surfaces.ts'
import type { Reach } from '../../../src/context.ts'
import { type Audible, audible } from '../../../src/features/rules/hearing-reach.ts'
import { readyRules } from '../../../src/features/rules/ready-rules.ts'
import type { RuleDefinition } from '../../../src/features/rules/rule.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { stageRules } from './stage.ts'

const bot = { botId: 'bot', secret: 'secret', name: null, wsUrl: 'wss://localhost' }
/** As the adapters declare it. */
const reaches: Readonly<Record<string, Reach>> = {
  room: room.group.hears,
  slack: slack.group.hears,
  dingtalk: dingtalk({ cardTemplateId: null }).group.hears,
  wecom: wecom({ bot, app: null, webhooks: [], apiUrl: 'https://localhost' }).group.hears,
}

/** How each ready rule is heard where a bot is told only what mentions it. */
const amongMentions: Readonly<Record<string, Audible>> = {
  'quiet-hours': 'not',
  'posting-times': 'not',
  'mention-all': 'not',
  flooding: 'not',
  repeats: 'not',
  links: 'not',
  'route-contracts': 'not',
  'route-delays': 'not',
  'route-notices': 'not',
  'route-complaints': 'not',
  'customer-data': 'partly',
  wording: 'not',
  'off-topic': 'not',
  unanswered: 'not',
  'report-form': 'not',
}

const cells = Object.entries(reaches).flatMap(([platform, reach]) =>
  readyRules.map(rule => ({
    ...{ platform, key: rule.key, rule },
    heard: reach === 'everything' ? ('wholly' as const) : amongMentions[rule.key],
  })),
)

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

it('the table has every ready rule', () => {
  expect(Object.keys(amongMentions)).toEqual(readyRules.map(({ key }) => key))
  expect(reaches).toEqual({ room: 'everything', slack: 'everything', dingtalk: 'mentions', wecom: 'mentions' })
})

it.each(cells)('$key in a group of $platform is heard: $heard', async ({ platform, key, rule, heard }) => {
  expect(audible(rule, reaches[platform] ?? null)).toBe(heard)
  const { types, states } = await stageRules(database.store, { groups: { 群: platform } })
  const taken = types('王经理', `on ${key}`)
  if (heard === 'not') {
    await expect(taken).rejects.toMatchObject({
      code: 'rules.refused',
      words: {
        zh: expect.stringMatching(/听不到：.*只把 @机器人 的消息告诉机器人/),
        en: expect.stringMatching(/cannot be heard in .*tells a bot only what mentions it/),
      },
    })
    expect(await states()).toEqual({})
    return
  }
  const { words } = await taken
  if (heard === 'partly') expect(words).toContain('这里只能听到一部分')
  else expect(words).not.toContain('听到')
  expect(await states()).toEqual({ [key]: 'on' })
})

describe.each(['flooding', 'repeats', 'mention-all'])('%s counts what people say to each other', key => {
  it.each(Object.keys(reaches))('so it cannot listen to what is said to the bot alone, on %s', async platform => {
    const { types, kept } = await stageRules(database.store, { groups: { 群: platform } })
    if (reaches[platform] === 'everything') await types('王经理', `on ${key}`)
    const before = await kept()
    for (const said of [`edit ${key} to=for-us`, `编辑 ${key} 对象=发给机器人的`])
      await expect(types('王经理', said)).rejects.toMatchObject({
        words: {
          zh: expect.stringContaining('发给我的不算'),
          en: expect.stringContaining('sent to me is no part of that'),
        },
      })
    expect(await kept()).toEqual(before)
  })

  it.each(['talk', 'all', 'for-us'] as const)('and is never heard among mentions: to %s', to => {
    const ready = readyRules.find(rule => rule.key === key)
    const rule: RuleDefinition | undefined = ready && { ...ready, listens: { ...ready.listens, to } }
    expect(rule && audible(rule, 'mentions')).toBe('not')
    expect(rule && audible(rule, 'nothing')).toBe('not')
  })
})
