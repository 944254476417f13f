import { jsonReply, type Reply } from '../shared/reply.ts'
import type { Failing } from './tempers.ts'

/** The answer of a call that a test lets fail. */
export function failed(failure: Failing): Reply {
  if ('hang' in failure) return { kind: 'hang' }
  if ('drop' in failure) return { kind: 'drop' }
  if ('banned' in failure) return jsonReply(403, { status: 1111, wait: failure.banned, source: 'x5', punish: 'deny' })
  if ('errcode' in failure) return jsonReply(200, { errcode: failure.errcode, errmsg: failure.errmsg ?? 'simulated' })
  if ('code' in failure) {
    return jsonReply(failure.httpStatus ?? 400, { code: failure.code, message: 'simulated', requestid: 'simulated' })
  }
  const headers = { 'content-type': 'text/html' }
  return { kind: 'answer', status: failure.status, headers, body: '<html>simulated</html>' }
}
