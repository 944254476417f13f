import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTakePress } from '../../../adapters/dingtalk/cards/press.ts'
import { listenOnStream } from '../../../adapters/dingtalk/connection/stream.ts'
import { actions, content, text } from '../../../src/content/build.ts'
import type { Content } from '../../../src/content/content.ts'
import type { InboundEvent } from '../../../src/platform/events.ts'
import { readCard } from './card-reader.ts'
import { filled, group, openCompany } from './cards-company.ts'
import { until } from './open-stream.ts'

const key = '0193-delivery:0'
const correct = { id: 'reports.correct', label: '改一下', words: '/日报', value: 'r1' }
const report = content('zh', text('电话 25'), actions(correct))

/** The bot at work on both its connections, with a house that writes down at the test's own pace. */
async function openBot() {
  const company = await openCompany({ cardAnswerWithinMs: 500 })
  const { dingtalk, settings, log, cards } = company
  const intake = { written: [] as InboundEvent[], learnt: [] as string[], asked: 0, gate: Promise.resolve() }
  const said = new Map<string, Content>([[key, report]])
  const press = createTakePress({
    house: {
      async intake(event) {
        intake.asked++
        await intake.gate
        intake.written.push(event)
      },
      said: async name => said.get(name) ?? null,
    },
    known: event => ({ ...event, author: { ...event.author, name: '李娜' } }),
    learn: ids => void intake.learnt.push(...ids),
    log,
    patience: 150,
  })
  const stop = new AbortController()
  const handle = { robot: async () => undefined, card: press }
  const listening = listenOnStream({ settings, handle, log, random: () => 0.5 }, stop.signal)
  await until(() => dingtalk.connectionCount === 2)
  await cards.deliver({ address: group, params: filled(report), atUserIds: [], key, lane: 'reply' })
  return {
    ...company,
    intake,
    said,
    /** What a template sends for the button of this label. */
    presses(staffId: string, label: string) {
      const button = readCard(dingtalk.card(key)?.params ?? {}).buttons.find(it => it.label === label)
      if (button === undefined) throw new Error(`There is no button ${label}`)
      return dingtalk.presses(staffId, key, 'press', { action: button.id, value: button.value })
    },
    async close() {
      stop.abort()
      await listening
      await dingtalk.close()
    },
  }
}

let bot: Awaited<ReturnType<typeof openBot>>
beforeEach(async () => {
  bot = await openBot()
})
afterEach(() => bot.close())

describe('a press on a card', () => {
  it('is written down as the action that its button stands for, and then answered to whoever pressed', async () => {
    expect(await bot.presses('li01', '改一下')).toMatchObject({ acked: true })
    expect(bot.intake.written).toEqual([
      {
        platform: 'dingtalk',
        eventId: expect.any(String),
        place: { kind: 'group', channelId: 'cidSales==' },
        author: { accountId: 'li01', name: '李娜' },
        body: { kind: 'action', actionId: 'reports.correct', value: 'r1' },
      },
    ])
    expect(bot.intake.learnt).toEqual(['li01'])
    expect(bot.dingtalk.card(key, { as: 'li01' })?.params['pressed']).toBe('✓ 收到')
    expect(bot.dingtalk.card(key, { as: 'wang01' })?.params['pressed']).toBeUndefined()
    expect(bot.dingtalk.card(key)?.params).toEqual(filled(report))
  })

  it('is answered in both languages when the message is not kept any more', async () => {
    bot.said.clear()
    await bot.presses('li01', '改一下')
    expect(bot.dingtalk.card(key, { as: 'li01' })?.params['pressed']).toBe('✓ 收到 · ✓ Got it')
  })

  it('is not acknowledged while it is not written down, and is written down all the same', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    bot.intake.gate = promise
    const pressing = bot.presses('li01', '改一下')
    await until(() => bot.lines.some(line => line.includes('not acknowledged')))
    resolve()
    await until(() => bot.intake.written.length === 1)
    expect(await pressing).toMatchObject({ acked: false })
    expect(bot.intake.learnt).toEqual(['li01'])
  })

  it('is the same press when somebody presses again because nothing happens', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    bot.intake.gate = promise
    const first = bot.presses('li01', '改一下')
    await until(() => bot.lines.some(line => line.includes('not acknowledged')))
    const second = bot.presses('li01', '改一下')
    const other = bot.presses('wang01', '改一下')
    await until(() => bot.intake.asked === 2)
    resolve()
    expect(await second).toMatchObject({ acked: true })
    expect(await other).toMatchObject({ acked: true })
    expect(bot.intake.written.map(({ author }) => author.accountId)).toEqual(['li01', 'wang01'])
    expect(await first).toMatchObject({ acked: false })
  })

  it('is a press of its own once the one before is written down', async () => {
    await bot.presses('li01', '改一下')
    await bot.presses('li01', '改一下')
    expect(bot.intake.written).toHaveLength(2)
    expect(new Set(bot.intake.written.map(({ eventId }) => eventId)).size).toBe(2)
  })

  it('is not acknowledged when it cannot be written down, and works when it is pressed again', async () => {
    bot.intake.gate = Promise.reject(new Error('the words 拜访3 in a message of the database'))
    // It is there before anybody waits for it.
    bot.intake.gate.catch(() => undefined)
    expect(await bot.presses('li01', '改一下')).toMatchObject({ acked: false })
    expect(bot.lines.join('')).not.toContain('拜访3')
    bot.intake.gate = Promise.resolve()
    expect(await bot.presses('li01', '改一下')).toMatchObject({ acked: true })
  })

  it('is acknowledged without a word when it is none of ours', async () => {
    expect(await bot.dingtalk.presses('li01', key, '')).toMatchObject({ acked: true, response: {} })
    expect(bot.intake.written).toEqual([])
  })
})
