import type { Server } from 'node:http'
import { isJson, type Json, parsedJson } from '../shared/json.ts'
import { jsonReply, type Reply } from '../shared/reply.ts'
import { type Call, openDoors } from '../shared/server.ts'
import { filesPath, giveFile } from './downloads.ts'
import { answerResponse } from './response-url.ts'
import type { Side } from './side.ts'
import { takeUpload } from './uploads.ts'
import { answerCall } from './web-api/answer-call.ts'

/** Opens Slack's doors: the Web API, response urls, uploads, files and web sockets. */
export function serve(server: Server, side: Side): void {
  const broken = jsonReply(500, { ok: false, error: 'internal_error' })
  openDoors(server, { side, answer: call => answer(side, call), broken })
}

async function answer(side: Side, { method, path, query, headers, body }: Call): Promise<Reply> {
  const contentType = headers['content-type'] ?? ''
  if (path.startsWith('/api/')) {
    const fields = { ...query, ...fieldsOf(body.toString(), contentType) }
    return answerCall(side, path.slice('/api/'.length), fields, bearerOf(headers.authorization))
  }
  if (path.startsWith('/response/')) return answerResponse(side, path, body.toString())
  if (path.startsWith('/upload/')) return takeUpload(side, path.slice('/upload/'.length), body, contentType)
  if (path.startsWith(filesPath) && method === 'GET') return giveFile(side, path, bearerOf(headers.authorization))
  side.recording.unexpected.push(`${method} ${path} is no address of Slack`)
  return jsonReply(404, { ok: false, error: 'not_found' })
}

function fieldsOf(body: string, contentType: string): Json {
  if (!contentType.startsWith('application/json')) return Object.fromEntries(new URLSearchParams(body))
  const parsed = parsedJson(body)
  return isJson(parsed) ? parsed : {}
}

function bearerOf(authorization = ''): string | undefined {
  return /^Bearer (.+)$/.exec(authorization)?.[1]
}
