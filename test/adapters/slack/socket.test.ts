import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { openListening, openSocket, until } from './open-socket.ts'

describe('what arrives over the socket', () => {
  it('is acknowledged only after it is durable', async () => {
    const { says, ears } = await openListening({ socketAckWithinMs: 3_000 })
    const durable = Promise.withResolvers<void>()
    ears.answers.event = () => durable.promise
    let acknowledged = false
    const saying = says('hello').finally(() => {
      acknowledged = true
    })
    await until(() => ears.heard.length === 1)
    await sleep(100)
    expect(acknowledged).toBe(false)
    durable.resolve()
    expect((await saying).deliveries).toEqual([expect.objectContaining({ acked: true, attempts: 1, payload: null })])
  })

  it('is sent again, and told as that, when the door fails', async () => {
    const { says, ears } = await openListening()
    let failures = 2
    ears.answers.event = async () => {
      if (failures-- > 0) throw new Error('no database')
    }
    expect((await says('hello')).deliveries).toEqual([expect.objectContaining({ acked: true, attempts: 3 })])
    expect(ears.heard).toHaveLength(3)
    expect(ears.linesFrom('debug').filter(line => line.includes('sent again'))).toHaveLength(2)
    expect(new Set(ears.heard.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  })

  it('is sent again when the door hangs', async () => {
    const { says, ears } = await openListening({ ackWithinMs: 100 })
    let hangs = 1
    ears.answers.event = () => (hangs-- > 0 ? new Promise(() => undefined) : Promise.resolve())
    expect((await says('hello')).deliveries).toEqual([expect.objectContaining({ acked: true, attempts: 2 })])
  })

  it('is answered at once with what the door says', async () => {
    const { slack, ears } = await openListening()
    ears.answers.command = async () => ({ response_type: 'ephemeral', text: '…' })
    const { payload } = await slack.slash('ULI', 'CSALES', '/plan')
    expect(payload).toEqual({ response_type: 'ephemeral', text: '…' })
  })

  it('may be a megabyte', async () => {
    const { slack, ears } = await openListening({ socketAckWithinMs: 3_000 })
    const text = 'x'.repeat(1024 * 1024)
    const body = slack.eventBody({ type: 'message', channel: 'CSALES', user: 'ULI', text, ts: '1.1' })
    expect(await slack.sendsEvent(body)).toMatchObject({ acked: true, attempts: 1 })
    expect(ears.heard).toHaveLength(1)
  })

  it('may be no event at all, and is taken off the list quietly', async () => {
    const { slack, ears } = await openListening()
    expect(await slack.sendsEvent({ type: 'app_rate_limited', team_id: 'T1' })).toMatchObject({
      acked: true,
      attempts: 1,
    })
    expect(await slack.sendsEvent({})).toMatchObject({ acked: true, attempts: 1 })
    expect(await slack.sendsEvent({ type: 'event_callback', event: {} })).toMatchObject({ acked: true, attempts: 1 })
    expect(ears.heard).toEqual([])
    expect(ears.linesFrom('error')).toEqual([])
  })
})

describe('a planned disconnect', () => {
  it('of one connection loses nothing and costs no time', async () => {
    const { slack, says } = await openListening()
    slack.disconnects('warning', { which: 'one' })
    const said = await Promise.all(Array.from({ length: 20 }, (_, i) => says(`message ${i}`)))
    for (const { deliveries } of said)
      expect(deliveries).toEqual([expect.objectContaining({ acked: true, attempts: 1 })])
    await until(() => slack.connectionCount >= 3)
  })

  it('of both loses nothing, though Slack hangs up at once', async () => {
    const { slack, says, listening } = await openListening()
    slack.disconnects('refresh_requested', { noticeMs: 0 })
    const said = await Promise.all(Array.from({ length: 20 }, (_, i) => says(`message ${i}`)))
    for (const { deliveries } of said) expect(deliveries).toEqual([expect.objectContaining({ acked: true })])
    await listening()
  })

  it('lets what is running be acknowledged on the connection on which it came', async () => {
    const { slack, ears } = await openListening({ socketAckWithinMs: 3_000 })
    const durable = Promise.withResolvers<string>()
    ears.answers.command = () => durable.promise
    const commanding = slack.slash('ULI', 'CSALES', '/plan')
    await until(() => ears.heard.length === 1)
    slack.disconnects('warning')
    await until(() => slack.connectionCount >= 4)
    durable.resolve('…')
    expect((await commanding).payload).toEqual({ text: '…' })
  })
})

describe('stopping', () => {
  it('lets what is running be acknowledged, takes nothing new and hangs up', async () => {
    const { slack, says, ears, stop, isOver } = await openListening({ socketAckWithinMs: 5_000 })
    const durable = Promise.withResolvers<void>()
    ears.answers.event = () => durable.promise
    const running = says('before')
    await until(() => ears.heard.length === 1)
    stop.abort()
    for (let i = 0; i < 10; i++) void says(`after ${i}`)
    await sleep(100)
    expect(isOver()).toBe(false)
    durable.resolve()
    expect((await running).deliveries).toEqual([expect.objectContaining({ acked: true, attempts: 1 })])
    await until(() => isOver() && slack.connectionCount === 0)
    expect(ears.heard).toHaveLength(1)
  })

  it('does not wait for ever for a door that hangs', async () => {
    const { says, ears, stop, isOver } = await openListening({ socketAckWithinMs: 10_000 })
    ears.answers.event = () => new Promise(() => undefined)
    void says('hello')
    await until(() => ears.heard.length === 1)
    stop.abort()
    await until(isOver)
  })

  it('does not wait for an address that Slack keeps back', async () => {
    const { slack, start, stop, isOver } = await openSocket()
    slack.failNext('apps.connections.open', { hang: true }, 2)
    void start()
    await until(() => slack.calls.length >= 2)
    stop.abort()
    await until(isOver, 1_000)
  })
})
