import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { WebhookMessage } from '../../../adapters/wecom/lanes/lane.ts'
import { failureOf, group, openLanes, patience } from './lanes-open.ts'

const path = '/cgi-bin/webhook/send'
const words = (content: string): WebhookMessage => ({ msgtype: 'markdown', markdown: { content } })

type Lanes = Awaited<ReturnType<typeof openLanes>>
const read = ({ wecom }: Lanes) => wecom.messages(group).map(({ visible }) => visible.text)

describe('a post of the webhook', () => {
  it('is read by the group, in both kinds of markdown, and its mentions ring', async () => {
    const lanes = await openLanes()
    await lanes.webhook.post(group, words('**日报** <@LiNa> 请跟进'))
    await lanes.webhook.post(group, {
      msgtype: 'markdown_v2',
      markdown_v2: { content: '| a | b |\n| - | - |\n| 1 | 2 |' },
    })
    await lanes.webhook.post(group, { msgtype: 'text', text: { content: '看榜', mentioned_list: ['wang'] } })
    expect(read(lanes)).toEqual(['日报 @LiNa 请跟进', expect.stringContaining('1 | 2'), '看榜'])
    expect(lanes.wecom.messages(group).map(({ visible }) => visible.mentions)).toEqual([['LiNa'], [], ['wang']])
  })

  it('shows a picture', async () => {
    const { webhook, wecom } = await openLanes()
    const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(1_000)])
    const image = { base64: png.toString('base64'), md5: createHash('md5').update(png).digest('hex') }
    await webhook.post(group, { msgtype: 'image', image })
    const [message] = wecom.messages(group)
    expect(Buffer.from(wecom.media(message?.media ?? ''))).toEqual(png)
  })

  it.each([
    [{ errcode: 45009 }, 'rate-limited'],
    [{ errcode: 93000 }, 'unauthorized'],
    [{ errcode: 40058 }, 'rejected'],
    [{ errcode: -1 }, 'unavailable'],
    [{ hang: true }, 'uncertain'],
    [{ drop: true }, 'uncertain'],
    [{ status: 502 }, 'uncertain'],
    [{ status: 200 }, 'uncertain'],
  ] as const)('that meets %j is %s, and its key is told to nobody', async (failure, kind) => {
    const { webhook, wecom, key, called } = await openLanes(patience(failure))
    wecom.failNext(path, failure)
    const post = webhook.post(group, words('日报'))
    await expect(post).rejects.toMatchObject({ kind })
    const told = await failureOf(post)
    expect(told).toContain('webhook/send')
    for (const secret of [key, 'key=', '日报']) expect(told).not.toContain(secret)
    expect(called('webhook/send')).toHaveLength(1)
  })

  it('by a key that was taken away says what to mend', async () => {
    const { webhook, wecom, key } = await openLanes()
    wecom.removeWebhook(key)
    await expect(webhook.post(group, words('日报'))).rejects.toMatchObject({
      kind: 'unauthorized',
      message: expect.stringContaining('WECOM_WEBHOOK_KEY'),
    })
  })

  it('too many in a minute wait for one', async () => {
    const { webhook } = await openLanes()
    for (let n = 0; n < 20; n++) await webhook.post(group, words(`${n}`))
    const post = webhook.post(group, words('20'))
    await expect(post).rejects.toMatchObject({ kind: 'rate-limited', retryAfterMs: 60_000 })
  })
})

describe('the group of a webhook', () => {
  it('is the one that it names, large and small letters told apart', async () => {
    const { webhook } = await openLanes({ webhooks: [{ group, key: '' }] })
    const reached = [group, group.toLowerCase(), 'wrOTHER'].map(webhook.reaches)
    expect(await Promise.all(reached)).toEqual([true, false, false])
    await expect(webhook.post('wrOTHER', words('日报'))).rejects.toMatchObject({ kind: 'unreachable' })
  })

  it('is the only one where none is named, and none any more when there are two: nothing is read in the wrong one', async () => {
    const lanes = await openLanes()
    const { webhook, facts } = lanes
    expect(await webhook.reaches(group)).toBe(true)
    expect(await webhook.reaches('wrOTHER')).toBe(false)
    expect(await webhook.reaches(group)).toBe(false)
    await expect(webhook.post('wrOTHER', words('机密'))).rejects.toMatchObject({ kind: 'unreachable' })
    expect(read(lanes)).toEqual([])
    expect(await facts.memory.get('webhook.groups')).toEqual([group, 'wrOTHER'])
  })

  it('is looked up again when it could not be', async () => {
    const { webhook, facts } = await openLanes()
    facts.fails = true
    await expect(webhook.post(group, words('日报'))).rejects.toMatchObject({ kind: 'unavailable' })
    facts.fails = false
    await webhook.post(group, words('日报'))
  })
})
