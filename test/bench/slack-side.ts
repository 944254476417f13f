import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createClient } from './client.ts'

export const signingSecret = 'bench'

/** Where the bot's answers go: as much of Slack's Web API as a bare echo calls. */
export async function openSlackSide() {
  const waiting = new Map<string, () => void>()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      const text = new URLSearchParams(Buffer.concat(chunks).toString()).get('text')
      if (text !== null) waiting.get(text)?.()
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end('{"ok":true,"ts":"1.1","bot_id":"B1","user_id":"U0"}')
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  let sent = 0

  /** Sends messages to a bot; each call resolves when the bot has acknowledged, or when its answer has come as well. */
  function speakTo(port: number, width: number, until: 'acknowledged' | 'answered') {
    const client = createClient(port, width)
    return {
      async say(): Promise<void> {
        const text = `message ${++sent}`
        const { body, headers } = signed(text, sent)
        const answered = new Promise<void>(resolve => waiting.set(text, resolve))
        await client.post('/slack/events', body, { headers, expected: 200 })
        if (until === 'answered') await answered
        waiting.delete(text)
      },
      close: client.close,
    }
  }

  const { port } = server.address() as AddressInfo
  return { port, speakTo, close: () => server.close() }
}

function signed(text: string, n: number): { body: string; headers: Record<string, string> } {
  const at = Math.floor(Date.now() / 1000)
  const event = { type: 'message', channel: 'C1', channel_type: 'channel', user: 'U1', text, ts: `${at}.${n}` }
  const authorizations = [{ enterprise_id: null, team_id: 'T1', user_id: 'U0', is_bot: true }]
  const body = JSON.stringify({ type: 'event_callback', team_id: 'T1', event_id: `Ev${n}`, event, authorizations })
  const signature = `v0=${createHmac('sha256', signingSecret).update(`v0:${at}:${body}`).digest('hex')}`
  return { body, headers: { 'x-slack-request-timestamp': String(at), 'x-slack-signature': signature } }
}
