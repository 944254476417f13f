import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { openListening, openSocket, until } from './open-socket.ts'

describe('a connection that fails', () => {
  it('is made anew after the network dropped both', async () => {
    const { slack, says, listening } = await openListening()
    slack.dropsConnections()
    expect((await says('hello')).deliveries).toEqual([expect.objectContaining({ acked: true })])
    await listening()
  })

  it('is tried again while Slack answers with faults', async () => {
    const { slack, start, ears, says, listening } = await openSocket()
    slack.failNext('apps.connections.open', { status: 500 }, 3)
    slack.failNext('apps.connections.open', { error: 'internal_error' })
    slack.failNext('apps.connections.open', { drop: true })
    void start()
    await listening()
    expect((await says('hello')).deliveries).toEqual([expect.objectContaining({ acked: true })])
    expect(ears.linesFrom('warn')).toHaveLength(5)
    expect(ears.linesFrom('error')).toEqual([])
  })

  it('is tried again while no web socket can be opened', async () => {
    const { slack, start, listening } = await openSocket()
    slack.refuseConnections(true)
    void start()
    await sleep(500)
    slack.refuseConnections(false)
    await listening()
  })

  it('waits as long as Slack asks for', async () => {
    const { slack, start, listening } = await openSocket()
    slack.failNext('apps.connections.open', { retryAfter: 1 }, 2)
    const began = performance.now()
    void start()
    await listening()
    expect(performance.now() - began).toBeGreaterThan(990)
    expect(slack.calls.filter(({ method }) => method === 'apps.connections.open')).toHaveLength(4)
  })
})

describe('whether anybody hears Slack', () => {
  it('is told at each hello and after each end, and not of what never opened', async () => {
    const { slack, start, hearing, listening, stop, isOver } = await openSocket()
    slack.failNext('apps.connections.open', { status: 500 }, 2)
    void start()
    await listening()
    await until(() => hearing.opened === 2)
    expect(hearing.closed).toBe(0)
    slack.dropsConnections()
    await until(() => hearing.closed === 2 && hearing.opened === 4)
    stop.abort()
    await until(isOver)
    expect(hearing).toEqual({ opened: 4, closed: 4 })
  })
})

describe('a refusal for good', () => {
  it.each(['invalid_auth', 'not_allowed_token_type', 'token_revoked', 'missing_scope'])(
    '(%s) ends the listening with one line that says what to do',
    async error => {
      const { slack, start, ears } = await openSocket()
      slack.failNext('apps.connections.open', { error }, 2)
      await start()
      const lines = ears.linesFrom('error')
      expect(lines).toHaveLength(1)
      expect(lines[0]).toContain(error)
      expect(lines[0]).toContain('SLACK_APP_TOKEN')
      expect(lines[0]).not.toContain(slack.appToken)
    },
  )

  it('comes also as an announcement that Socket Mode was switched off', async () => {
    const { slack, ears, isOver } = await openListening()
    slack.disconnects('link_disabled')
    await until(() => isOver() && slack.connectionCount === 0)
    expect(ears.linesFrom('error')).toHaveLength(1)
    expect(ears.linesFrom('error')[0]).toContain('Socket Mode')
  })
})
