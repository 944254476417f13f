import {
  ErrorCode,
  type WebAPIHTTPError,
  type WebAPIPlatformError,
  type WebAPIRateLimitedError,
  type WebAPIRequestError,
} from '@slack/web-api'
import { codeOf } from '../../src/base/errors.ts'
import { PlatformError, type PlatformErrorKind } from '../../src/platform/errors.ts'

type ClientError = WebAPIPlatformError | WebAPIHTTPError | WebAPIRequestError | WebAPIRateLimitedError

/** Calls that say something: made twice, they say it twice. `response_url` is no method, but is called like one. */
const saying: ReadonlySet<string> = new Set(['chat.postMessage', 'chat.postEphemeral', 'response_url'])

/** Calls whose effect the channel's history shows, so that where there is any doubt it can be looked for. */
const traceable: ReadonlySet<string> = new Set(['chat.postMessage'])

/** What Slack's refusals mean for whoever asked. What is not listed is taken for a fault of the request itself. */
const kinds: Readonly<Record<string, PlatformErrorKind>> = {
  ...as('rate-limited', 'ratelimited', 'rate_limited', 'message_limit_exceeded'),
  ...as('unavailable', 'fatal_error', 'internal_error', 'service_unavailable', 'request_timeout', 'team_added_to_org'),
  ...as('unauthorized', 'invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired'),
  ...as('unauthorized', 'missing_scope', 'not_allowed_token_type', 'org_login_required', 'access_denied'),
  ...as('unreachable', 'not_in_channel', 'user_not_in_channel', 'channel_not_found', 'is_archived', 'thread_not_found'),
  ...as('unreachable', 'user_not_found', 'users_not_found', 'user_not_visible', 'user_disabled', 'cannot_dm_bot'),
  ...as('unreachable', 'messages_tab_disabled', 'message_not_found', 'cant_delete_message', 'edit_window_closed'),
  ...as('forbidden', 'restricted_action', 'restricted_action_read_only_channel', 'restricted_action_thread_locked'),
  ...as('forbidden', 'ekm_access_denied', 'user_is_restricted', 'cant_update_message', 'no_permission'),
  ...as('reply-expired', 'expired_url', 'used_url', 'expired_trigger_id', 'exchanged_trigger_id', 'trigger_expired'),
}

function as(kind: PlatformErrorKind, ...codes: readonly string[]): Record<string, PlatformErrorKind> {
  return Object.fromEntries(codes.map(code => [code, kind]))
}

/** What a failed call of a method means. Says what Slack said, never what we sent. */
export function toPlatformError(method: string, error: unknown): PlatformError {
  if (error instanceof PlatformError) return error
  if (!isClientError(error))
    return new PlatformError(silence(method), `${method}: no answer that we know`, { cause: error })
  switch (error.code) {
    case ErrorCode.RateLimitedError:
      return new PlatformError('rate-limited', `${method}: ratelimited`, { retryAfterMs: error.retryAfter * 1000 })
    case ErrorCode.HTTPError:
      return new PlatformError(kindOfStatus(method, error.statusCode), `${method}: HTTP ${error.statusCode}`)
    case ErrorCode.RequestError:
      return fromSilence(method, error.original)
    case ErrorCode.PlatformError:
      return fromRefusal(method, error.data)
  }
}

/** What Slack answers to a call that it refuses, by whichever door it was made. */
export interface Refusal {
  readonly error: string
  readonly needed?: string | undefined
  readonly response_metadata?: { readonly messages?: readonly string[] | undefined } | undefined
}

export function fromRefusal(method: string, refusal: Refusal): PlatformError {
  const { error, needed, response_metadata } = refusal
  // The client hands on the text of whatever answered in Slack's place, such as the page of a proxy.
  if (!/^[a-z0-9_]{1,80}$/.test(error)) return new PlatformError(doubt(method), `${method}: the answer is not Slack's`)
  const known = kinds[error] ?? 'rejected'
  const kind = known === 'unavailable' ? doubt(method) : known
  const detail =
    needed === undefined ? response_metadata?.messages?.[0]?.slice(0, 200) : `the scope ${needed} is missing`
  return new PlatformError(kind, [method, error, detail].filter(part => part !== undefined).join(': '))
}

/** A request that got no answer: it may have been carried out unless it cannot have arrived. */
export function fromSilence(method: string, error: Error): PlatformError {
  const reason = reasonOf(error)
  return new PlatformError(neverArrived.test(reason) ? 'unavailable' : silence(method), `${method}: ${reason}`)
}

export function kindOfStatus(method: string, status: number): PlatformErrorKind {
  if (status === 413) return 'rejected'
  return status >= 500 ? doubt(method) : 'unavailable'
}

/** Slack itself said no, as the client tells it. */
export function isRefusal(error: unknown): error is WebAPIPlatformError {
  return error instanceof Error && codeOf(error) === ErrorCode.PlatformError
}

function isClientError(error: unknown): error is ClientError {
  const code = error instanceof Error ? codeOf(error) : undefined
  const codes: readonly (string | undefined)[] = [
    ErrorCode.RateLimitedError,
    ErrorCode.HTTPError,
    ErrorCode.RequestError,
    ErrorCode.PlatformError,
  ]
  return codes.includes(code)
}

/** The connection was never made. */
const neverArrived =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|ERR_TLS_\w+|\w*SELF_SIGNED\w*|UNABLE_TO_\w+)$/

/** `fetch` wraps what happened once or twice; the innermost code says it. */
function reasonOf(error: Error): string {
  if (error.cause instanceof Error) return reasonOf(error.cause)
  return codeOf(error) ?? error.name
}

function silence(method: string): PlatformErrorKind {
  return saying.has(method) ? 'uncertain' : 'unavailable'
}

/** Slack says that it failed, and that some of it may have been done all the same. */
function doubt(method: string): PlatformErrorKind {
  return traceable.has(method) ? 'uncertain' : 'unavailable'
}
