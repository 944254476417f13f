import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerCall } from './api/answer-call.ts'
import { jsonReply, type Reply } from './reply.ts'
import type { Side } from './side.ts'

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

/** Opens DingTalk's doors: both APIs, sessions, files and web sockets. */
export function serve(server: Server, side: Side): void {
  server.on('upgrade', (request, socket, head) => side.connections.upgrade(request, socket, head))
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('error', () => response.destroy())
    request.on('end', () => {
      answerCall(side, callOf(request, Buffer.concat(chunks)))
        .catch(error => broken(side, error))
        .then(reply => send(response, reply))
    })
  })
}

function callOf({ method = 'GET', url = '/', headers }: IncomingMessage, body: Buffer) {
  const { pathname: path, searchParams } = new URL(url, 'http://localhost')
  return { method, path, query: Object.fromEntries(searchParams), headers, body }
}

/** A fault of the simulator, or a body that it cannot read, is told when it is closed. */
function broken(side: Side, error: unknown): Reply {
  side.recording.unexpected.push(`The simulator could not answer: ${String(error)}`)
  return jsonReply(500, { code: 'ServiceUnavailable', message: 'The simulator could not answer' })
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply.kind === 'drop') response.destroy()
  if (reply.kind === 'answer') response.writeHead(reply.status, { 'content-type': reply.contentType }).end(reply.body)
}
