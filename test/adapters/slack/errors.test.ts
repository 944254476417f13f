import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '../../../adapters/slack/client.ts'
import { quiet } from '../../store/fixture.ts'

/** Slack's side, or what stands between: answers every call with the same. */
let answer: { status: number; headers?: Record<string, string>; body: string } = { status: 200, body: '' }
const server = createServer((_, response) => {
  response.writeHead(answer.status, answer.headers).end(answer.body)
})
let apiUrl = ''

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has a port')
  apiUrl = `http://127.0.0.1:${address.port}/api/`
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

const secretWords = 'our secret plan'

async function post(given: typeof answer): Promise<unknown> {
  answer = given
  const client = createClient({ token: 'xoxb-secret-token', apiUrl, log: quiet })
  return client
    .ask('chat.postMessage', web => web.chat.postMessage({ channel: 'C1', text: secretWords }))
    .catch((error: unknown) => error)
}

const refusal = (facts: object) => ({ status: 200, body: JSON.stringify({ ok: false, ...facts }) })

describe('what went wrong is told by its kind and in a line', () => {
  it('names the scope that is missing', async () => {
    const error = await post(refusal({ error: 'missing_scope', needed: 'chat:write', provided: 'commands' }))
    expect(error).toMatchObject({ kind: 'unauthorized', message: expect.stringContaining('chat:write') })
  })

  it("tells Slack's first complaint about a message", async () => {
    const messages = ['[ERROR] no more than 50 items allowed [json-pointer:/blocks]', '[ERROR] another']
    const error = await post(refusal({ error: 'invalid_blocks', response_metadata: { messages } }))
    expect(error).toMatchObject({ kind: 'rejected', message: expect.stringContaining('no more than 50 items') })
    expect(String(error)).not.toContain('another')
  })

  it.each([
    ['the page of a proxy', { status: 200, body: `<html>${secretWords}</html>` }, 'uncertain'],
    ['an answer that ends early', { status: 200, body: '{"ok":tr' }, 'uncertain'],
    ['a body that is too large for whatever is between', { status: 413, body: '' }, 'rejected'],
    ['an address that is not Slack', { status: 404, body: secretWords }, 'unavailable'],
    [
      'a redirect, which would take the token elsewhere',
      { status: 302, headers: { location: '/' }, body: '' },
      'uncertain',
    ],
    ['a 429 that names no time', { status: 429, body: '' }, 'uncertain'],
  ])('%s', async (_, given, kind) => {
    expect(await post(given)).toMatchObject({ kind })
  })

  it('never repeats what was sent, nor the token', async () => {
    for (const given of [
      refusal({ error: 'msg_too_long' }),
      { status: 500, body: secretWords },
      { status: 200, body: secretWords },
    ]) {
      const error = await post(given)
      expect(error).toBeInstanceOf(Error)
      expect(String(error)).not.toMatch(/secret/)
    }
  })
})
