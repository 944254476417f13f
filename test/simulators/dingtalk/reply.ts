import type { Failure } from './tempers.ts'

/** How DingTalk's side answers an HTTP request, or does not. */
export type Reply =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly contentType: string
      readonly body: string | Uint8Array
    }
  | { readonly kind: 'hang' }
  | { readonly kind: 'drop' }

export function jsonReply(status: number, body: object): Reply {
  return { kind: 'answer', status, contentType: 'application/json;charset=utf-8', body: JSON.stringify(body) }
}

/** The answer of a call that a test lets fail. */
export function failed(failure: Failure): Reply {
  if ('hang' in failure) return { kind: 'hang' }
  if ('drop' in failure) return { kind: 'drop' }
  if ('banned' in failure) return jsonReply(403, { status: 1111, wait: failure.banned, source: 'x5', punish: 'deny' })
  if ('errcode' in failure) return jsonReply(200, { errcode: failure.errcode, errmsg: failure.errmsg ?? 'simulated' })
  if ('code' in failure) {
    return jsonReply(failure.httpStatus ?? 400, { code: failure.code, message: 'simulated', requestid: 'simulated' })
  }
  return { kind: 'answer', status: failure.status, contentType: 'text/html', body: '<html>simulated</html>' }
}
