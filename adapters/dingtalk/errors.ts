import { z } from 'zod'
import { codeOf } from '../../src/base/errors.ts'
import { PlatformError, type PlatformErrorKind } from '../../src/platform/errors.ts'

/** An answer as it came, before anybody knows whether it is a refusal. */
export interface Answer {
  readonly status: number
  /** What was in the body; undefined when it is no JSON. */
  readonly json: unknown
}

/** What a refusal means for whoever asked. */
export interface Refused {
  readonly kind: PlatformErrorKind
  /** DingTalk's own code, or `HTTP 502`; never any words of an answer, which may quote what we sent. */
  readonly code: string
  readonly retryAfterMs?: number
  /** The company has no calls left in this month. */
  readonly spent?: true
  /** The address from which we call is banned: no method will do. */
  readonly banned?: true
  /** The token is not good any more; another one may be. */
  readonly stale?: true
}

/** Calls that say something and that DingTalk does not tell apart from the same call made twice. */
const saying: ReadonlySet<string> = new Set([
  'v1.0/robot/groupMessages/send',
  'v1.0/robot/oToMessages/batchSend',
  'robot/sendBySession',
  'topapi/report/create',
])

/** So long DingTalk hears nothing from an address that asked too often. */
const bannedForMs = 5 * 60_000
/** A second's calls of the app are used up, or a minute's of a robot. */
const crowdedForMs = 2_000
const throttledForMs = 60_000

const unexpected = /^[\w.:-]{1,120}$/
const newRefusal = z.object({
  code: z.string().regex(unexpected),
  accessdenieddetail: z
    .object({ requiredScopes: z.array(z.string().regex(unexpected)) })
    .optional()
    .catch(undefined),
})
const oldRefusal = z.object({
  errcode: z
    .number()
    .int()
    .refine(code => code !== 0),
  sub_code: z.coerce
    .string()
    .regex(/^\d{1,12}$/)
    .optional()
    .catch(undefined),
})
const ban = z.object({ status: z.literal(1111) })
const old = z.object({ errcode: z.literal(0) })

/** Why an answer is none, or null when the call was carried out. The old API refuses with HTTP 200. */
export function refusalIn(method: string, { status, json }: Answer): Refused | null {
  if (ban.safeParse(json).success)
    return { kind: 'rate-limited', code: 'banned', retryAfterMs: bannedForMs, banned: true }
  const byOld = oldRefusal.safeParse(json)
  if (byOld.success) return ofErrcode(byOld.data.errcode, byOld.data.sub_code)
  const byNew = newRefusal.safeParse(json)
  if (byNew.success && status !== 200)
    return ofCode(byNew.data.code, status, byNew.data.accessdenieddetail?.requiredScopes)
  if (status !== 200) return ofStatus(method, status)
  const isOurs = method.startsWith('v1.0/') ? typeof json === 'object' && json !== null : old.safeParse(json).success
  return isOurs ? null : { kind: silence(method), code: 'the answer is not of DingTalk' }
}

/** @param scopes - the permissions that DingTalk misses */
function ofCode(code: string, status: number, scopes: readonly string[] = []): Refused {
  if (/ApiCountLimit/i.test(code)) return { kind: 'forbidden', code, spent: true }
  if (status === 429 || /Qps|Throttl|FlowControl|TooMany|Limit(ed)?\b|LimitFor/i.test(code))
    return { kind: 'rate-limited', code, retryAfterMs: crowdedForMs }
  if (/PermissionDenied/i.test(code))
    return { kind: 'unauthorized', code: scopes.length === 0 ? code : `${code} (${scopes.join(', ')})` }
  if (status === 401) return { kind: 'unauthorized', code, stale: true }
  if (/invalidClient|invalidAppKey|invalidAppSecret|clientSecret/i.test(code)) return { kind: 'unauthorized', code }
  // DingTalk itself tells that nothing was done.
  if (status >= 500 || /ServiceUnavailable|SystemError|InternalError/i.test(code)) return { kind: 'unavailable', code }
  if (/not\.?(found|exist)|notIn(Group|Conversation)|conversation/i.test(code)) return { kind: 'unreachable', code }
  return { kind: /^Forbidden/i.test(code) ? 'forbidden' : 'rejected', code }
}

const ofOld: Readonly<Record<number, Omit<Refused, 'code'>>> = {
  [-1]: { kind: 'unavailable' },
  40001: { kind: 'unauthorized', stale: true },
  40014: { kind: 'unauthorized', stale: true },
  42001: { kind: 'unauthorized', stale: true },
  40089: { kind: 'unauthorized' },
  60011: { kind: 'unauthorized' },
  33012: { kind: 'unreachable' },
  60121: { kind: 'unreachable' },
  130101: { kind: 'rate-limited', retryAfterMs: throttledForMs },
  300001: { kind: 'reply-expired' },
  400001: { kind: 'reply-expired' },
  310000: { kind: 'forbidden' },
  90020: { kind: 'forbidden', spent: true },
}

/** 88 is whatever DingTalk's gateway says; only its sub-code tells what. */
function ofErrcode(errcode: number, subCode: string | undefined): Refused {
  const code = errcode === 88 && subCode !== undefined ? Number(subCode) : errcode
  const known = ofOld[code]
  if (known !== undefined) return { ...known, code: `errcode ${code}` }
  const crowded = code > 90_000 && code < 90_020
  return {
    code: `errcode ${code}`,
    ...(crowded ? { kind: 'rate-limited', retryAfterMs: crowdedForMs } : { kind: 'rejected' }),
  }
}

/** Something between us and DingTalk answered. It gives up on a slow call that may be carried out all the same. */
function ofStatus(method: string, status: number): Refused {
  const code = `HTTP ${status}`
  if (status === 401) return { kind: 'unauthorized', code, stale: true }
  if (status === 413) return { kind: 'rejected', code }
  if (status === 429) return { kind: 'rate-limited', code, retryAfterMs: crowdedForMs }
  return { kind: status >= 500 && status !== 503 ? silence(method) : 'unavailable', code }
}

export function errorOf(method: string, { kind, code, retryAfterMs }: Refused): PlatformError {
  return new PlatformError(kind, `${method}: ${code}`, retryAfterMs === undefined ? {} : { retryAfterMs })
}

/** A request that got no answer: it may have been carried out unless it cannot have arrived. */
export function fromSilence(method: string, error: unknown): PlatformError {
  const reason = reasonOf(error)
  // Without its cause: that may quote the address, and in the address there may be a token.
  return new PlatformError(neverArrived.test(reason) ? 'unavailable' : silence(method), `${method}: ${reason}`)
}

/** The connection was never made. */
const neverArrived =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|ERR_TLS_\w+|\w*SELF_SIGNED\w*|UNABLE_TO_\w+)$/

/** `fetch` wraps what happened; the innermost code says it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'fault'
  return error.cause instanceof Error ? reasonOf(error.cause) : (codeOf(error) ?? error.name)
}

function silence(method: string): PlatformErrorKind {
  return saying.has(method) ? 'uncertain' : 'unavailable'
}
