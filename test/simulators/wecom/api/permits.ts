import { type Answer, refused } from '../answers.ts'
import type { Side } from '../side.ts'

/** Why this token opens nothing, if it does not. */
export function unpermitted({ tokens, tempers }: Side, token: unknown): Answer | null {
  const state = tokens.stateOf(typeof token === 'string' ? token : undefined)
  if (state !== 'good') return refused(state === 'expired' ? 42001 : 40014)
  return tempers.trustsAddress ? null : refused(60020, 'not allow to access from your ip, from ip: 127.0.0.1')
}
