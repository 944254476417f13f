import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isJson, type Json, parsedJson } from './json.ts'
import { jsonReply, type Reply } from './reply.ts'
import { answerResponse } from './response-url.ts'
import type { Side } from './side.ts'
import { takeUpload } from './uploads.ts'
import { answerCall } from './web-api/answer-call.ts'

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

/** Opens Slack's doors: the Web API, response urls, uploads and web sockets. */
export function serve(server: Server, side: Side): void {
  server.on('upgrade', (request, socket, head) => side.connections.upgrade(request, socket, head))
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('error', () => response.destroy())
    request.on('end', () => {
      answer(side, request, Buffer.concat(chunks))
        .catch(error => broken(side, error))
        .then(reply => send(response, reply))
    })
  })
}

/** A fault of the simulator, or a body that it cannot read, is told when it is closed. */
function broken(side: Side, error: unknown): Reply {
  side.recording.unexpected.push(`The simulator could not answer: ${String(error)}`)
  return jsonReply(500, { ok: false, error: 'internal_error' })
}

async function answer(side: Side, request: IncomingMessage, body: Buffer): Promise<Reply> {
  const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const contentType = request.headers['content-type'] ?? ''
  if (path.startsWith('/api/')) {
    const fields = { ...Object.fromEntries(searchParams), ...fieldsOf(body.toString(), contentType) }
    return answerCall(side, path.slice('/api/'.length), fields, bearerOf(request))
  }
  if (path.startsWith('/response/')) return answerResponse(side, path, body.toString())
  if (path.startsWith('/upload/')) return takeUpload(side, path.slice('/upload/'.length), body, contentType)
  side.recording.unexpected.push(`${request.method} ${path} is no address of Slack`)
  return jsonReply(404, { ok: false, error: 'not_found' })
}

function fieldsOf(body: string, contentType: string): Json {
  if (!contentType.startsWith('application/json')) return Object.fromEntries(new URLSearchParams(body))
  const parsed = parsedJson(body)
  return isJson(parsed) ? parsed : {}
}

function bearerOf(request: IncomingMessage): string | undefined {
  return /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply.kind === 'drop') response.destroy()
  if (reply.kind === 'answer') response.writeHead(reply.status, reply.headers).end(reply.body)
}
