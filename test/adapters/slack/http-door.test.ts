import { createHmac } from 'node:crypto'
import { serve } from '@hono/node-server'
import { afterEach, describe, expect, it } from 'vitest'
import { createHttpDoor } from '../../../adapters/slack/connection/http-door.ts'
import { MovableClock } from '../../../src/base/clock.ts'
import { openSlackSimulator } from '../../simulators/slack/index.ts'
import { createEars } from './ears.ts'

const secret = 'a signing secret'
const start = new Date('2026-11-23T01:00:00Z')
const event = {
  type: 'event_callback',
  event_id: 'Ev1',
  event: { type: 'message', user: 'U1', channel: 'C1', text: 'hi' },
}

function openDoor(wanted: Parameters<typeof createEars>[0] = {}) {
  const ears = createEars(wanted)
  const clock = new MovableClock({ frozenAt: start })
  return { ears, clock, door: createHttpDoor({ secret, handle: ears.handle, clock, log: ears.log }) }
}

const json = 'application/json'
const form = 'application/x-www-form-urlencoded'

function posted(body: string, type = json, { at = start.getTime() / 1000, by = secret, headers = {} } = {}): Request {
  const signature = `v0=${createHmac('sha256', by).update(`v0:${at}:${body}`).digest('hex')}`
  const signed = { 'content-type': type, 'x-slack-request-timestamp': String(at), 'x-slack-signature': signature }
  return new Request('http://here/slack/events', { method: 'POST', body, headers: { ...signed, ...headers } })
}

describe('a signed request', () => {
  it('with an event is answered with nothing', async () => {
    const { door, ears } = openDoor()
    const response = await door(posted(JSON.stringify(event)))
    expect([response.status, await response.text()]).toEqual([200, ''])
    expect(ears.heard).toEqual([{ door: 'event', body: event }])
  })

  it.each([form, `${form};charset=UTF-8`, 'Application/X-WWW-Form-Urlencoded; Charset=utf-8'])(
    'with a slash command as %s is answered as the door says',
    async type => {
      const { door, ears } = openDoor()
      ears.answers.command = async () => '…'
      const response = await door(posted('command=%2Fplan&text=%E6%8B%9C%E8%AE%BF3%20%26%20more&user_id=U1', type))
      expect([response.status, await response.json()]).toEqual([200, { text: '…' }])
      expect(ears.heard).toEqual([{ door: 'command', body: { command: '/plan', text: '拜访3 & more', user_id: 'U1' } }])
    },
  )

  it('with an interaction is answered as the door says', async () => {
    const { door, ears } = openDoor()
    const errors = { response_action: 'errors' as const, errors: { visits: '数字' } }
    ears.answers.view = async () => errors
    const body = { type: 'view_submission', user: { id: 'U1' }, view: { callback_id: 'report' } }
    const response = await door(posted(`payload=${encodeURIComponent(JSON.stringify(body))}`, form))
    expect([response.status, await response.json()]).toEqual([200, errors])
    expect(ears.heard).toEqual([{ door: 'view', body }])
  })

  it("answers Slack's challenge and its look at the certificate, and hears neither", async () => {
    const { door, ears } = openDoor()
    const challenge = await door(posted(JSON.stringify({ type: 'url_verification', challenge: 'c1', token: 't' })))
    expect([challenge.status, await challenge.json()]).toEqual([200, { challenge: 'c1' }])
    expect((await door(posted('ssl_check=1&token=t', form))).status).toBe(200)
    expect(ears.heard).toEqual([])
  })

  it('is heard again when it is played back: whoever writes it down knows it by its id', async () => {
    const { door, ears } = openDoor()
    const request = posted(JSON.stringify(event))
    expect((await door(request.clone())).status).toBe(200)
    expect((await door(request)).status).toBe(200)
    expect(ears.heard.map(({ body }) => body)).toEqual([event, event])
  })

  it('that is not written down is answered with 503, so that Slack sends it again', async () => {
    const { door, ears } = openDoor({ ackWithinMs: 20 })
    ears.answers.event = () => Promise.reject(new Error('no database'))
    expect((await door(posted(JSON.stringify(event)))).status).toBe(503)
    ears.answers.event = () => new Promise(() => undefined)
    expect((await door(posted(JSON.stringify(event)))).status).toBe(503)
  })

  it.each([
    ['{"type":', json],
    ['[]', json],
    ['', json],
    ['payload={', form],
    ['a=b', form],
    ['<xml/>', 'text/xml'],
    ['{"type":"event_callback"}', 'text/plain'],
  ])('with %j as %s is answered with 400 and not wanted again', async (body, type) => {
    const { door, ears } = openDoor()
    const response = await door(posted(body, type))
    expect([response.status, response.headers.get('x-slack-no-retry')]).toEqual([400, '1'])
    expect(ears.heard).toEqual([])
    expect(ears.linesFrom('debug')).toHaveLength(1)
  })
})

describe('a request that Slack did not sign', () => {
  const body = JSON.stringify(event)
  const seconds = start.getTime() / 1000
  it.each([
    ['forged', posted(body, json, { by: 'another secret' })],
    ['stale', posted(body, json, { at: seconds - 301 })],
    ['future', posted(body, json, { at: seconds + 3600 })],
    ['missing', new Request('http://here/slack/events', { method: 'POST', body })],
    ['forged', posted('ssl_check=1', form, { by: 'another secret' })],
    ['forged', posted(JSON.stringify({ type: 'url_verification', challenge: 'c' }), json, { by: 'another secret' })],
  ])('because it is %s is refused, with the reason in the log', async (reason, request) => {
    const { door, ears } = openDoor()
    const response = await door(request)
    expect([response.status, await response.text()]).toEqual([401, ''])
    expect(ears.heard).toEqual([])
    const lines = ears.linesFrom('warn')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(`"reason":"${reason}"`)
    expect(lines[0]).not.toContain(secret)
  })

  it('makes one line a minute, however many come', async () => {
    const { door, ears, clock } = openDoor()
    const flood = () => door(posted(body, json, { by: 'another secret' }))
    for (let i = 0; i < 50; i++) await flood()
    expect(ears.linesFrom('debug')).toHaveLength(1)
    clock.moveTo(new Date(start.getTime() + 60_000))
    await flood()
    expect(ears.linesFrom('debug')).toHaveLength(2)
    expect(ears.linesFrom('debug')[1]).toContain('"alsoSinceTheLastLine":49')
  })

  it('is not read when it is no POST', async () => {
    const { door } = openDoor()
    const response = await door(new Request('http://here/slack/events'))
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
  })
})

describe('over the wire', () => {
  const closing: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })

  async function openWire() {
    const slack = await openSlackSimulator({ httpRetriesAfterMs: [0, 0, 0], slashCommands: ['/plan'] })
    closing.push(slack.close)
    const ears = createEars({ apiUrl: slack.apiUrl })
    const clock = new MovableClock()
    const door = createHttpDoor({ secret: slack.signingSecret, handle: ears.handle, clock, log: ears.log })
    const url = await new Promise<string>(resolve => {
      const server = serve({ fetch: door, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
        resolve(`http://127.0.0.1:${port}/slack/events`),
      )
      closing.push(() => new Promise(done => server.close(() => done())))
    })
    await slack.addUser({ id: 'ULI', name: 'li' })
    await slack.addChannel({ id: 'CSALES', name: 'sales', members: ['ULI', slack.bot.userId] })
    slack.useHttp(url)
    return { slack, ears, url }
  }

  it("a message, a command and a retried event come through as Slack's side sends them", async () => {
    const { slack, ears } = await openWire()
    ears.answers.command = async () => '…'
    const retries: unknown[] = []
    let failures = 1
    ears.answers.event = async body => {
      retries.push(body)
      if (failures-- > 0) throw new Error('no database yet')
    }
    const said = await slack.says('ULI', 'CSALES', '拜访3 & more')
    expect(said.deliveries).toEqual([expect.objectContaining({ acked: true, attempts: 2 })])
    expect(retries).toHaveLength(2)
    expect(retries[0]).toEqual(retries[1])
    const { payload } = await slack.slash('ULI', 'CSALES', '/plan', '拜访3')
    expect(payload).toEqual({ text: '…' })
  })

  it('a megabyte is heard and a byte more is refused before it is read', async () => {
    const { slack, ears, url } = await openWire()
    const fill = (bytes: number) => {
      const shell = JSON.stringify({ ...event, event: { ...event.event, text: '' } }).length
      return { ...event, event: { ...event.event, text: 'x'.repeat(bytes - shell) } }
    }
    const megabyte = 1024 * 1024
    expect((await fetch(slack.signedRequest('event', fill(megabyte), { url }))).status).toBe(200)
    expect((await fetch(slack.signedRequest('event', fill(megabyte + 1), { url }))).status).toBe(413)
    expect(ears.heard).toHaveLength(1)
  })
})
