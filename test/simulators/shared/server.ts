import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Reply } from './reply.ts'

/** A request as it came in. */
export interface Call {
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export interface Listening {
  readonly server: Server
  /** `http://127.0.0.1:PORT` */
  readonly origin: string
}

export async function listen(): Promise<Listening> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return { server, origin: `http://127.0.0.1:${port}` }
}

/** How a platform's side takes part in what its server hears. */
interface Doors {
  readonly side: {
    readonly connections: { upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void }
    readonly recording: { readonly unexpected: string[] }
  }
  answer(call: Call): Promise<Reply>
  /** What it says when the simulator has a fault, or cannot read what was sent. */
  readonly broken: Reply
}

/** Opens the server for calls and for web sockets. */
export function openDoors(server: Server, { side, answer, broken }: Doors): void {
  server.on('upgrade', (request, socket, head) => side.connections.upgrade(request, socket, head))
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('error', () => response.destroy())
    request.on('end', () => {
      answer(callOf(request, Buffer.concat(chunks)))
        .catch((error: unknown) => {
          side.recording.unexpected.push(`The simulator could not answer: ${String(error)}`)
          return broken
        })
        .then(reply => send(response, reply))
    })
  })
}

export async function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise<void>(resolve => server.close(() => resolve()))
}

function callOf({ method = 'GET', url = '/', headers }: IncomingMessage, body: Buffer): Call {
  const { pathname: path, searchParams } = new URL(url, 'http://localhost')
  return { method, path, query: Object.fromEntries(searchParams), headers, body }
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply.kind === 'drop') response.destroy()
  if (reply.kind === 'answer') response.writeHead(reply.status, reply.headers).end(reply.body)
}
