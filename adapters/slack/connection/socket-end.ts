import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api'
import type { Ended } from '../../shared/supervise.ts'

/** Answers of `apps.connections.open` that only the operator can change. */
const refusals = new Set([
  'access_denied',
  'account_inactive',
  'invalid_auth',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'not_authed',
  'team_disabled',
  'token_expired',
  'token_revoked',
  'user_removed_from_team',
])

/** What a failure to connect means. Pure. */
export function endOfFailedStart(error: unknown): Ended {
  if (error instanceof WebAPIRateLimitedError) {
    return { kind: 'lost', why: 'rate limited', retryAfterMs: error.retryAfter * 1000 }
  }
  if (error instanceof WebAPIPlatformError) {
    const why = error.data.error
    return { kind: refusals.has(why) ? 'refused' : 'lost', why }
  }
  // The client also rejects with nothing at all, when the connection ends before Slack has said hello.
  return { kind: 'lost', why: error instanceof Error ? error.name : 'closed' }
}

/** What Slack's `disconnect` means. Pure. */
export function endAnnounced(reason: string): Ended {
  if (reason === 'link_disabled') return { kind: 'refused', why: reason }
  if (reason === 'too_many_websockets') return { kind: 'lost', why: reason }
  return { kind: 'planned' }
}
