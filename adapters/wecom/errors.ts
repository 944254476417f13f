import { codeOf } from '../../src/base/errors.ts'
import { PlatformError, type PlatformErrorKind } from '../../src/platform/errors.ts'

/** What a call does if it is carried out a second time: `says` says it twice, `nothing` does no harm. */
export type Twice = 'says' | 'nothing'

/** Whatever WeCom answers to any call carries this, and 0 is success: the HTTP status says nothing. */
export interface Refusal {
  readonly errcode: number
  readonly errmsg?: string | undefined
}

interface Meaning {
  readonly kind: PlatformErrorKind
  /** In our own words: WeCom's may quote what was sent. */
  readonly why: string
  readonly retryAfterMs?: number
}

/** What WeCom's refusals mean for whoever asked. What is not listed is taken for a fault of the request itself. */
const meanings: Readonly<Record<number, Meaning>> = {
  [-1]: { kind: 'unavailable', why: 'WeCom is busy' },
  40001: { kind: 'unauthorized', why: 'WECOM_APP_SECRET is refused' },
  40013: { kind: 'unauthorized', why: 'WECOM_CORP_ID is refused' },
  40014: { kind: 'unauthorized', why: 'the access token is refused' },
  41001: { kind: 'unauthorized', why: 'the access token is missing' },
  42001: { kind: 'unauthorized', why: 'the access token is over' },
  40056: { kind: 'unauthorized', why: 'WECOM_AGENT_ID is refused' },
  301002: { kind: 'unauthorized', why: 'WECOM_AGENT_ID is of another app' },
  60020: { kind: 'unauthorized', why: 'our address is none of the trusted IPs of the app' },
  93000: { kind: 'unauthorized', why: 'the key in WECOM_WEBHOOK_KEY is none, or its robot was taken out of the group' },
  45009: { kind: 'rate-limited', why: 'too many calls', retryAfterMs: 60_000 },
  45033: { kind: 'rate-limited', why: 'too many calls at the same time', retryAfterMs: 2_000 },
  48002: { kind: 'forbidden', why: 'the app may not make this call' },
  60011: { kind: 'forbidden', why: 'the app may not see this person or department' },
  40003: { kind: 'unreachable', why: 'there is no such person' },
  60111: { kind: 'unreachable', why: 'there is no such person' },
  60003: { kind: 'unreachable', why: 'there is no such department' },
  60123: { kind: 'unreachable', why: 'there is no such department' },
  81013: { kind: 'unreachable', why: 'nobody to whom it was sent is there, or may see the app' },
  82001: { kind: 'unreachable', why: 'nobody to whom it was sent is there, or may see the app' },
  40008: { kind: 'rejected', why: 'this kind of message is not sendable here' },
  40058: { kind: 'rejected', why: 'a part of the message is too long or not as WeCom wants it' },
}

export function fromRefusal(method: string, { errcode }: Refusal): PlatformError {
  const { kind, why, retryAfterMs } = meanings[errcode] ?? { kind: 'rejected', why: 'refused' }
  return new PlatformError(kind, `${method}: ${errcode}: ${why}`, retryAfterMs === undefined ? {} : { retryAfterMs })
}

/** A call that got no answer: it may have been carried out unless it cannot have arrived. Quotes no address: it holds the key. */
export function fromSilence(method: string, error: unknown, twice: Twice): PlatformError {
  const reason = reasonOf(error)
  return new PlatformError(neverArrived.test(reason) ? 'unavailable' : inDoubt(twice), `${method}: ${reason}`)
}

/** Something other than WeCom's own answer, such as the page of a proxy. */
export function fromStranger(method: string, status: number, twice: Twice): PlatformError {
  if (status === 429) return new PlatformError('rate-limited', `${method}: HTTP 429`)
  if (status === 413) return new PlatformError('rejected', `${method}: HTTP 413`)
  const kind = status >= 500 || status < 400 ? inDoubt(twice) : 'unavailable'
  return new PlatformError(kind, `${method}: ${status < 400 ? "the answer is not WeCom's" : `HTTP ${status}`}`)
}

function inDoubt(twice: Twice): PlatformErrorKind {
  return twice === 'says' ? 'uncertain' : 'unavailable'
}

/** The connection was never made. */
const neverArrived =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|ERR_TLS_\w+|\w*SELF_SIGNED\w*|UNABLE_TO_\w+)$/

/** `fetch` wraps what happened once or twice; the innermost code says it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no answer'
  if (error.cause instanceof Error) return reasonOf(error.cause)
  return codeOf(error) ?? error.name
}
