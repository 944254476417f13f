import { describe, expect, it } from 'vitest'
import type { SlackSimulator } from './slack/index.ts'
import { clientOf, connect, type Heard, openSales, rep, sales } from './slack-bot.ts'

/** A connection that acknowledges everything and does not go when it is told to. */
async function connectAndLinger(slack: SlackSimulator) {
  const { url = '' } = await clientOf(slack).apps.connections.open({ token: slack.appToken })
  const socket = new WebSocket(url)
  const heard: unknown[] = []
  socket.addEventListener('message', ({ data }) => {
    const frame = JSON.parse(String(data))
    if (frame.envelope_id === undefined) return
    heard.push(frame.payload.event.text)
    socket.send(JSON.stringify({ envelope_id: frame.envelope_id, payload: {} }))
  })
  await new Promise(resolve => socket.addEventListener('open', resolve))
  return { heard, close: () => socket.close() }
}

const acks = (heard: Heard) => heard.ack()

describe('events that nobody acknowledges', () => {
  it('come again with their retry fields, the same event each time', async () => {
    const slack = await openSales({ socketAckWithinMs: 40 })
    const heard: Heard[] = []
    await connect(slack, async each => {
      heard.push(each)
      if (heard.length === 3) await each.ack()
    })
    const { deliveries } = await slack.says(rep, sales, 'once')
    expect(deliveries).toMatchObject([{ acked: true, attempts: 3 }])
    expect(heard.map(({ retry_num, retry_reason }) => [retry_num, retry_reason])).toEqual([
      [0, ''],
      [1, 'timeout'],
      [2, 'timeout'],
    ])
    expect(new Set(heard.map(({ body }) => body.event_id)).size).toBe(1)
  })

  it('are given up after the last retry', async () => {
    const slack = await openSales({ socketAckWithinMs: 10, socketRetries: 2 })
    await connect(slack, () => undefined)
    const { deliveries } = await slack.says(rep, sales, 'lost')
    expect(deliveries).toEqual([{ acked: false, reason: 'gave_up', attempts: 3 }])
  })

  it('wait for the next connection', async () => {
    const slack = await openSales({ socketAckWithinMs: 40 })
    await connect(slack, () => undefined)
    const said = slack.says(rep, sales, 'still here')
    slack.dropsConnections()
    await expect.poll(() => slack.connectionCount).toBe(0)
    await connect(slack, acks)
    expect((await said).deliveries).toMatchObject([{ acked: true }])
  })

  it('are only history once Slack has forgotten them', async () => {
    const slack = await openSales()
    const connection = await connect(slack, acks)
    slack.dropsConnections()
    await expect.poll(() => slack.connectionCount).toBe(0)
    const said = slack.says(rep, sales, 'missed')
    slack.forgetsUndelivered()
    expect((await said).deliveries).toEqual([{ acked: false, reason: 'forgotten', attempts: 0 }])
    const { messages } = await clientOf(slack).conversations.history({ channel: sales })
    expect(messages).toMatchObject([{ text: 'missed' }])
    await connection.disconnect()
  })
})

describe('connections', () => {
  it('get each payload on exactly one of them', async () => {
    let next = 0
    const slack = await openSales({ random: () => (next++ % 2) / 2 })
    const heard: string[] = []
    const hears = (name: string) => (each: Heard) => {
      heard.push(`${name} ${each.body.event?.text}`)
      return each.ack()
    }
    await connect(slack, hears('first'))
    await connect(slack, hears('second'))
    for (const text of ['a', 'b', 'c']) await slack.says(rep, sales, text)
    expect(heard).toEqual(['first a', 'second b', 'first c'])
  })

  it('are at most ten', async () => {
    const slack = await openSales()
    for (let n = 0; n < 10; n++) await connect(slack, acks)
    await expect(connect(slack, acks)).rejects.toBeUndefined()
    expect(slack.connectionCount).toBe(10)
  })

  it('can be told to go while another one hears what comes', async () => {
    const slack = await openSales()
    const old = await connect(slack, acks)
    const gone = new Promise(resolve => old.once('disconnected', resolve))
    await connect(slack, acks)
    slack.disconnects('refresh_requested', { which: 'one' })
    await gone
    expect(await slack.says(rep, sales, 'hello')).toMatchObject({ deliveries: [{ acked: true, attempts: 1 }] })
    expect(slack.connectionCount).toBe(1)
  })

  it('get nothing more once told to go, unless there is no other', async () => {
    const slack = await openSales({ random: () => 0 })
    const lingering = await connectAndLinger(slack)
    slack.disconnects('warning')
    const alone = await slack.says(rep, sales, 'only you')
    await connect(slack, acks)
    const together = await slack.says(rep, sales, 'somebody else')
    expect([alone, together].map(({ deliveries }) => deliveries[0]?.acked)).toEqual([true, true])
    expect(lingering.heard).toEqual(['only you'])
    lingering.close()
  })

  it('are refused when Slack is away, and with a bad token', async () => {
    const slack = await openSales()
    slack.refuseConnections(true)
    await expect(connect(slack, acks)).rejects.toBeUndefined()
    slack.refuseConnections(false)
    slack.revokeTokens()
    await expect(connect(slack, acks)).rejects.toThrow('token_revoked')
  })

  it('hear of people who come, go and change', async () => {
    const slack = await openSales()
    const heard: unknown[] = []
    await connect(slack, each => {
      heard.push(each.body.event)
      return each.ack()
    })
    await slack.addUser({ id: 'U0NEW', name: 'new', locale: 'zh-CN' })
    await slack.invite(sales, 'U0NEW')
    await slack.changeUser('U0NEW', {
      status: { text: 'Vacationing', emoji: ':palm_tree:', expiration: 1_800_000_000 },
    })
    await slack.removeFrom(sales, 'U0NEW')
    await slack.renameChannel(sales, 'sales-east')
    expect(heard).toMatchObject([
      { type: 'team_join', user: { id: 'U0NEW', locale: 'zh-CN', is_bot: false } },
      { type: 'member_joined_channel', user: 'U0NEW', channel: sales, channel_type: 'C' },
      { type: 'user_change', user: { profile: { status_text: 'Vacationing', status_expiration: 1_800_000_000 } } },
      { type: 'member_left_channel', user: 'U0NEW', channel: sales },
      { type: 'channel_rename', channel: { id: sales, name: 'sales-east' } },
    ])
  })
})
