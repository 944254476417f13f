import { jsonReply, type Reply } from '../shared/reply.ts'
import type { Side } from './side.ts'
import type { Failure } from './tempers.ts'

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
