import { describe, expect, it } from 'vitest'
import { actions, heading, link, mention, text } from '../../../src/content/build.ts'
import type { Block, Button } from '../../../src/content/content.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import { until } from './open-bot.ts'
import { chart, li, openSender, sales } from './sending.ts'

const confirm: Button = { id: 'plan.confirm', label: '确认', words: '/确认', value: '7' }
const image = (ref: string, alt: string): Block => ({ b: 'image', ref, alt })
/** It goes well, and so the next failure that is planned befalls the next call. */
const fine = { errcode: 0, afterEffect: true } as const
const long = text('说明'.repeat(200))
const failsWith = (kind: PlatformError['kind']) => (error: unknown) =>
  error instanceof PlatformError && error.kind === kind

describe('in a group', () => {
  it('an answer stands under what it answers, and what follows it is pushed', async () => {
    const { say, seen, talked } = await openSender()
    await talked(sales)
    const first = await say(sales, '收到', { lane: 'reply' })
    await say(sales, '还有一句', { lane: 'reply', after: first })
    expect(seen(sales)).toEqual(['bot stream 收到', 'bot markdown 还有一句'])
    expect(first).toEqual({ lanes: 'bot' })
  })

  it('what is no answer, or continues one, leaves the question open', async () => {
    const { say, seen, talked } = await openSender()
    await talked(sales)
    await say(sales, '今日汇总')
    await say(sales, '第二条', { lane: 'reply', after: { lanes: 'bot' } })
    await say(sales, '收到', { lane: 'reply' })
    expect(seen(sales)).toEqual(['bot markdown 今日汇总', 'bot markdown 第二条', 'bot stream 收到'])
  })

  it('nobody has spoken to the bot in goes by the webhook, with buttons as words to type', async () => {
    const { say, seen } = await openSender()
    await say(sales, [text('开始了'), actions(confirm)])
    expect(seen(sales)).toEqual(['webhook markdown 开始了/［/确认］'])
  })

  it('without a webhook cannot be reached before somebody has spoken to the bot', async () => {
    const { say, seen } = await openSender({ webhook: false })
    await expect(say(sales, '开始了')).rejects.toSatisfy(failsWith('unreachable'))
    expect(seen(sales)).toEqual([])
  })

  it('whoever is called is called by the webhook, and the buttons are the bot’s', async () => {
    const { wecom, say, seen, talked } = await openSender()
    await talked(sales)
    await say(sales, [text('请 ', mention({ id: 'm-li', name: '李' }), ' 确认'), actions(confirm)])
    expect(seen(sales)).toEqual(['webhook markdown 请 @li 确认', 'bot template_card 请选择/确认'])
    expect(wecom.messages('wrSALEs').at(-2)?.visible.mentions).toEqual(['li'])
  })

  it('a picture goes by the webhook, and its description where it cannot be shown', async () => {
    const { say, seen, pictures, warnings } = await openSender()
    pictures.set('chart', chart)
    pictures.set('huge', { ...chart, bytes: new Uint8Array(2 * 1024 * 1024 + 1) })
    await say(sales, [text('走势'), image('chart', '电话 20'), image('huge', '拜访 3'), image('gone', '签单 1')])
    expect(seen(sales)).toEqual([
      'webhook markdown 走势',
      'webhook image',
      'webhook markdown 拜访 3',
      'webhook markdown 签单 1',
    ])
    expect(warnings).toHaveLength(2)
  })
})

describe('cards', () => {
  it('say everything where it is little, and are pressed', async () => {
    const { wecom, say, seen, talked, heard, newKey, kept } = await openSender()
    await talked(sales)
    const key = newKey()
    await say(sales, [heading('计划'), actions(confirm)], { key })
    expect(seen(sales)).toEqual(['bot template_card 计划/确认'])
    await wecom.presses('li', wecom.messages('wrSALEs').at(-1)?.id ?? '', '确认')
    await until(() => heard.length === 2)
    expect(heard[1]?.body).toEqual({ kind: 'action', actionId: 'plan.confirm', value: '7' })
    expect(kept.size).toBe(0)
  })

  it('come back with what was too long to be carried', async () => {
    const { wecom, say, talked, heard, newKey, kept } = await openSender()
    await talked(sales)
    const key = newKey()
    const wide = { ...confirm, value: '长'.repeat(600) }
    kept.set(key, { lang: 'zh', blocks: [{ b: 'actions', buttons: [wide] }] })
    await say(sales, [heading('计划'), actions(wide)], { key })
    await wecom.presses('li', wecom.messages('wrSALEs').at(-1)?.id ?? '', '确认')
    await until(() => heard.length === 2)
    expect(heard[1]?.body).toEqual({ kind: 'action', actionId: 'plan.confirm', value: wide.value })
  })

  it('are one message with the words before them, in an answer', async () => {
    const { wecom, say, talked } = await openSender()
    await talked(li)
    await say(li, [long, actions(confirm)], { lane: 'reply' })
    const said = wecom.directMessages('li').filter(({ via }) => via === 'bot')
    expect(said.map(({ buttons }) => buttons.length).join(' ')).toMatch(/^(0 )?1$/)
    expect(wecom.calls.filter(({ name }) => name === 'aibot_respond_msg')).toHaveLength(1)
    expect(wecom.calls.filter(({ name }) => name === 'aibot_send_msg')).toHaveLength(0)
  })

  it('that are refused are said in words, and nothing is said twice', async () => {
    const { wecom, say, seen, talked, warnings } = await openSender()
    await talked(sales)
    wecom.failNext('aibot_send_msg', fine)
    wecom.failNext('aibot_send_msg', { errcode: 40058 })
    await say(sales, [text('说明', link('https://example.com/', '合同')), actions(confirm)])
    expect(seen(sales)).toEqual(['bot markdown 说明合同', 'bot markdown ［/确认］'])
    expect(warnings).toHaveLength(1)
  })
})

describe('to one person', () => {
  it('the app speaks first, and the bot once they have spoken to it', async () => {
    const { say, seen, talked } = await openSender()
    const receipt = await say(li, '早上好')
    await talked(li)
    await say(li, '你好')
    expect(seen(li)).toEqual(['app markdown 早上好', 'bot markdown 你好'])
    expect(receipt).toEqual({ lanes: 'app', app: expect.stringMatching(/./) })
  })

  it('what the app said can be recalled, and nothing else', async () => {
    const { say, seen, talked, sender } = await openSender()
    const receipt = await say(li, [long, actions(confirm)])
    expect(seen(li)).toHaveLength(2)
    await sender.recall(receipt)
    expect(seen(li)).toEqual([])
    await talked(li)
    const other = await say(li, '你好')
    await expect(sender.recall(other)).rejects.toSatisfy(failsWith('unreachable'))
  })

  it('no card goes by an app whose presses nobody hears', async () => {
    const { say, seen } = await openSender({ appHears: false })
    await say(li, [heading('计划'), actions(confirm)])
    expect(seen(li)).toEqual(['app markdown 计划/［/确认］'])
  })

  it('goes by the app where the bot may not', async () => {
    const { wecom, say, seen, talked } = await openSender()
    await talked(li)
    wecom.failNext('aibot_send_msg', { errcode: 93006 })
    await say(li, '早上好')
    expect(seen(li)).toEqual(['app markdown 早上好'])
  })

  it('is not tried another way while nobody knows whether it arrived', async () => {
    const { wecom, say, seen, talked } = await openSender()
    await talked(li)
    wecom.failNext('aibot_send_msg', { afterEffect: true, drop: true })
    await expect(say(li, '早上好')).rejects.toSatisfy(failsWith('uncertain'))
    expect(seen(li)).toEqual(['bot markdown 早上好'])
  })

  it('who is not there is unreachable', async () => {
    const { say } = await openSender()
    await expect(say({ kind: 'direct', accountId: 'nobody' }, '早上好')).rejects.toSatisfy(failsWith('unreachable'))
  })
})

describe('a message that stopped half-way', () => {
  it('goes on where it stopped when it is tried again', async () => {
    const { wecom, say, seen, newKey } = await openSender()
    const key = newKey()
    wecom.failNext('/cgi-bin/webhook/send', fine)
    wecom.failNext('/cgi-bin/webhook/send', { errcode: 45009 })
    const blocks = [text('本周'), image('gone', '走势')]
    await expect(say(sales, blocks, { key })).rejects.toSatisfy(failsWith('rate-limited'))
    await say(sales, blocks, { key })
    expect(seen(sales)).toEqual(['webhook markdown 本周', 'webhook markdown 走势'])
  })

  it('of which nothing is out goes by whatever is open then', async () => {
    const { wecom, say, seen, newKey, talked } = await openSender()
    const key = newKey()
    wecom.failNext('/cgi-bin/webhook/send', { errcode: 45009 })
    await expect(say(sales, '本周', { key })).rejects.toSatisfy(failsWith('rate-limited'))
    await talked(sales)
    await say(sales, '本周', { key })
    expect(seen(sales)).toEqual(['bot markdown 本周'])
  })

  it('as an answer that is refused is said piece by piece', async () => {
    const { wecom, say, seen, talked } = await openSender()
    await talked(li)
    wecom.failNext('aibot_respond_msg', { errcode: 40058 })
    await say(li, [text('说明', link('https://example.com/', '合同')), actions(confirm)], { lane: 'reply' })
    expect(seen(li)).toEqual(['bot markdown 说明合同', 'bot template_card 请选择/确认'])
  })

  it('as an answer that comes too late is pushed', async () => {
    const { wecom, say, seen, talked } = await openSender()
    await talked(li)
    wecom.failNext('aibot_respond_msg', { errcode: 846605 })
    await say(li, '收到', { lane: 'reply' })
    expect(seen(li)).toEqual(['bot markdown 收到'])
  })
})
