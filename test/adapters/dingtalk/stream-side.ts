import { createServer, type ServerResponse } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { createLog } from '../../../src/base/log.ts'

export const robotTopic = '/v1.0/im/bot/messages/get'
export const cardTopic = '/v1.0/card/instances/callback'
export const secret = 'the-client-secret'

interface Answer {
  readonly status?: number
  readonly body: object | string
}

interface Behaviour {
  /** Web sockets can be opened. */
  upgrades: boolean
  /** What it answers in place of a ticket. */
  gateway: Answer | 'silent' | null
}

/** A gateway that says exactly what it is told to, as DingTalk would not; `peers` are its ends of the connections. */
export async function openStreamSide() {
  const opened: unknown[] = []
  const tickets: (string | null)[] = []
  const peers: WebSocket[] = []
  const replies: { peer: WebSocket; said: Reply }[] = []
  const behaviour: Behaviour = { upgrades: true, gateway: null }
  let handshakes = 0

  const server = createServer(async (request, response) => {
    const chunks = await Array.fromAsync(request)
    opened.push(JSON.parse(Buffer.concat(chunks).toString()))
    if (behaviour.gateway === 'silent') return
    answer(
      response,
      behaviour.gateway ?? { body: { endpoint: `ws://${request.headers.host}/connect`, ticket: 'a+b/c&d=' } },
    )
  })
  const sockets = new WebSocketServer({ noServer: true })
  server.on('upgrade', (request, socket, head) => {
    handshakes++
    if (!behaviour.upgrades) {
      socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n')
      return
    }
    tickets.push(new URL(request.url ?? '', 'ws://x').searchParams.get('ticket'))
    sockets.handleUpgrade(request, socket, head, peer => {
      peers.push(peer)
      peer.on('message', data => replies.push({ peer, said: JSON.parse(String(data)) }))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : address
  return {
    settings: { clientId: 'ding123', clientSecret: secret, apiUrl: `http://127.0.0.1:${port}` },
    behaviour,
    /** What the gateway was asked, in order. */
    opened,
    tickets,
    peers,
    replies,
    handshakes: () => handshakes,
    live: () => peers.filter(peer => peer.readyState === peer.OPEN),
    replyTo: (messageId: string) => replies.find(({ said }) => said.headers.messageId === messageId)?.said,
    close() {
      for (const peer of peers) peer.terminate()
      server.closeAllConnections()
      server.close()
    },
  }
}

interface Reply {
  readonly code: number
  readonly headers: { readonly messageId: string }
  readonly data: string
}

function answer(response: ServerResponse, { status = 200, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

export function frame(type: string, headers: object, data: unknown = {}): string {
  const common = { contentType: 'application/json', time: '1700000000000' }
  return JSON.stringify({ specVersion: '1.0', type, headers: { ...common, ...headers }, data: JSON.stringify(data) })
}

export function robotFrame(messageId: string, data: unknown = {}): string {
  return frame('CALLBACK', { topic: robotTopic, messageId }, data)
}

/** Ears that note what they hear; all that is logged, down to the last detail, is kept. */
export function createEars() {
  const heard: { door: 'robot' | 'card'; data: unknown; messageId: string }[] = []
  const lines: string[] = []
  /** May be replaced in the middle of a test. */
  const answers = {
    robot: async (): Promise<void> => undefined,
    card: async (): Promise<object | undefined> => undefined,
  }
  return {
    heard,
    answers,
    lines,
    log: createLog('trace', { write: line => lines.push(line) }),
    handle: {
      robot(data: unknown, messageId: string) {
        heard.push({ door: 'robot', data, messageId })
        return answers.robot()
      },
      card(data: unknown, messageId: string) {
        heard.push({ door: 'card', data, messageId })
        return answers.card()
      },
    },
    linesFrom: (level: number) => lines.filter(line => Number(/"level":(\d+)/.exec(line)?.[1]) >= level),
  }
}
