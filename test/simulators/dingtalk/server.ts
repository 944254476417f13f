import type { Server } from 'node:http'
import { jsonReply } from '../shared/reply.ts'
import { answerCalls } from '../shared/server.ts'
import { answerCall } from './api/answer-call.ts'
import type { Side } from './side.ts'

/** Opens DingTalk's doors: both APIs, sessions, files and web sockets. */
export function serve(server: Server, side: Side): void {
  server.on('upgrade', (request, socket, head) => side.connections.upgrade(request, socket, head))
  answerCalls(server, {
    answer: call => answerCall(side, call),
    broken(error) {
      side.recording.unexpected.push(`The simulator could not answer: ${String(error)}`)
      return jsonReply(500, { code: 'ServiceUnavailable', message: 'The simulator could not answer' })
    },
  })
}
