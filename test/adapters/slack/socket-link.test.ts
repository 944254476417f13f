import { createServer, type Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { openLink } from '../../../adapters/slack/connection/socket-link.ts'
import { createEars } from './ears.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A server that says exactly what it is told to, as Slack would not; `peer` is its end of the connection. */
async function openBadServer({ hello = true, patience = { openWithinMs: 5_000, pongWithinMs: 20_000 } } = {}) {
  const server = createServer((request, response) => {
    request.resume()
    const { host } = request.headers
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ ok: true, url: `ws://${host}/` }))
  })
  const sockets = new WebSocketServer({ server })
  const connected = new Promise<WebSocket>(resolve => sockets.once('connection', resolve))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const apiUrl = apiOf(server)
  const ears = createEars({ apiUrl })
  const link = openLink({ appToken: 'xapp-1', apiUrl, handle: ears.handle, log: ears.log, patience })
  closing.push(() => {
    for (const client of sockets.clients) client.terminate()
    server.closeAllConnections()
    server.close()
  }, link.close)
  const peer = await connected
  const said: string[] = []
  peer.on('message', data => said.push(String(data)))
  if (hello) peer.send('{"type":"hello"}')
  return { ears, link, peer, said }
}

const envelope = {
  envelope_id: 'e1',
  type: 'events_api',
  payload: { type: 'event_callback', event: { type: 'message' } },
}

describe('a frame that Slack would not send', () => {
  it.each([
    '',
    '{"type":',
    'null',
    '7',
    '[]',
    '{}',
    '{"type":"of tomorrow"}',
    '{"envelope_id":7,"type":"events_api"}',
    Buffer.from('{"type":"hello"}'),
    'x'.repeat(1024 * 1024),
  ])('is passed over with one line, and the next is heard', async frame => {
    const { peer, said, ears } = await openBadServer()
    peer.send(frame)
    peer.send(JSON.stringify(envelope))
    await expect.poll(() => said).toEqual(['{"envelope_id":"e1","payload":{}}'])
    expect(ears.linesFrom('warn')).toHaveLength(1)
  })
})

describe('an envelope', () => {
  it('without a payload, or of a kind of tomorrow, is taken off the list', async () => {
    const { peer, said, ears } = await openBadServer()
    peer.send('{"envelope_id":"e1","type":"events_api"}')
    peer.send('{"envelope_id":"e2","type":"of tomorrow","payload":{"type":"x"}}')
    await expect.poll(() => said.length).toBe(2)
    expect(ears.heard).toEqual([])
  })

  it('that takes no answer gets none, whatever the door says', async () => {
    const { peer, said, ears } = await openBadServer()
    ears.answers.command = async () => 'an answer'
    peer.send('{"envelope_id":"e1","type":"slash_commands","payload":{"command":"/x"}}')
    peer.send('{"envelope_id":"e2","type":"slash_commands","payload":{"command":"/x"},"accepts_response_payload":true}')
    await expect.poll(() => said.length).toBe(2)
    expect(said).toContain('{"envelope_id":"e1","payload":{}}')
    expect(said).toContain('{"envelope_id":"e2","payload":{"text":"an answer"}}')
  })

  it('whose connection is gone in the meantime is left to be sent again', async () => {
    const { peer, ears, link } = await openBadServer()
    const durable = Promise.withResolvers<void>()
    ears.answers.event = () => durable.promise
    peer.send(JSON.stringify(envelope))
    await expect.poll(() => ears.heard.length).toBe(1)
    peer.terminate()
    expect(await link.ended).toEqual({ kind: 'lost', why: 'closed' })
    durable.resolve()
    await sleep(20)
    expect(ears.linesFrom('warn')).toEqual([])
  })
})

describe('how a connection ends', () => {
  it.each([
    ['warning', { kind: 'planned' }],
    ['refresh_requested', { kind: 'planned' }],
    ['of tomorrow', { kind: 'planned' }],
    ['too_many_websockets', { kind: 'lost', why: 'too_many_websockets' }],
    ['link_disabled', { kind: 'refused', why: 'link_disabled' }],
  ])('is what Slack announces: %s', async (reason, ended) => {
    const { peer, link } = await openBadServer()
    peer.send(JSON.stringify({ type: 'disconnect', reason }))
    expect(await link.ended).toEqual(ended)
  })

  it('is a loss when it is announced before the hello', async () => {
    const { peer, link } = await openBadServer({ hello: false })
    peer.send('{"type":"disconnect","reason":"too_many_websockets"}')
    peer.close()
    expect(await link.ended).toEqual({ kind: 'lost', why: 'too_many_websockets' })
  })

  it('is a loss when Slack never says hello', async () => {
    const { link } = await openBadServer({ hello: false, patience: { openWithinMs: 100, pongWithinMs: 20_000 } })
    expect(await link.ended).toEqual({ kind: 'lost', why: 'no hello' })
  })

  // Half a minute is what `ws` waits for an answer to its close.
  it('is a loss when the other side has died, though nothing was said', { timeout: 20_000 }, async () => {
    const { link, peer } = await openBadServer({ patience: { openWithinMs: 5_000, pongWithinMs: 200 } })
    peer.pause()
    expect(await link.ended).toEqual({ kind: 'lost', why: 'silence' })
    await link.close()
  })

  it('is one of ours also while Slack keeps the address back, and nothing stays open', async () => {
    const asked = Promise.withResolvers<void>()
    const left = Promise.withResolvers<void>()
    const server = createServer((_request, response) => {
      response.on('close', () => left.resolve())
      asked.resolve()
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    closing.push(() => server.close())
    const ears = createEars()
    const apiUrl = apiOf(server)
    const link = openLink({ appToken: 'xapp-1', apiUrl, handle: ears.handle, log: ears.log })
    await asked.promise
    await link.close()
    await left.promise
    expect(await link.ended).toEqual({ kind: 'lost', why: 'left' })
  })
})

function apiOf(server: Server): string {
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}/api/`
}
