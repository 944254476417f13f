import type { Side } from './side.ts'
import type { Failure } from './tempers.ts'

/** How Slack's side answers an HTTP request, or does not. */
export type Reply =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly headers: Record<string, string>
      readonly body: string
    }
  | { readonly kind: 'hang' }
  | { readonly kind: 'drop' }

export function jsonReply(status: number, body: object, headers: Record<string, string> = {}): Reply {
  const type = { 'content-type': 'application/json; charset=utf-8' }
  return { kind: 'answer', status, headers: { ...type, ...headers }, body: JSON.stringify(body) }
}

export function tooMany(side: Side, seconds: number): Reply {
  side.recording.count429 += 1
  return jsonReply(429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(seconds) })
}

/** The answer of a call that a test lets fail. */
export function failed(side: Side, failure: Failure): Reply {
  if ('hang' in failure) return { kind: 'hang' }
  if ('drop' in failure) return { kind: 'drop' }
  if ('retryAfter' in failure) return tooMany(side, failure.retryAfter)
  if ('error' in failure) return jsonReply(200, { ok: false, error: failure.error })
  return { kind: 'answer', status: failure.status, headers: {}, body: '' }
}
