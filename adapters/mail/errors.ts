import { codeOf } from '../../src/base/errors.ts'
import { PlatformError, type PlatformErrorKind } from '../../src/platform/errors.ts'

/** What is known of a failure. The server's own words stay out: they quote addresses, logins and sometimes what was sent. */
export interface Failure {
  /** Of the mail library, such as `EAUTH`. */
  readonly code: string
  /** What lies below it, where that is known: `ECONNREFUSED`, `CERT_HAS_EXPIRED`. Else the same. */
  readonly reason: string
  /** The server's answer, such as 550; null when there was none. */
  readonly status: number | null
  /** What the server says more exactly, such as 5.1.1; empty where it does not. */
  readonly detail: string
  /** What it answered to, such as `RCPT TO`. */
  readonly command: string
}

export function failureOf(error: unknown): Failure {
  const facts: { responseCode?: unknown; response?: unknown; command?: unknown } =
    typeof error === 'object' && error !== null ? error : {}
  const { responseCode, response, command } = facts
  const code = codeOf(error) ?? (error instanceof Error ? error.name : 'unknown')
  const status = typeof responseCode === 'number' ? responseCode : null
  return {
    code,
    reason: status === null ? reasonOf(error, code) : code,
    status,
    detail: typeof response === 'string' ? (/^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? '') : '',
    command: typeof command === 'string' ? (/^[A-Z]+(?: (?:FROM|TO))?/.exec(command)?.[0] ?? '') : '',
  }
}

/** What is said of certificates in words only, once the library has put its own code in place of theirs. */
const certificates: readonly (readonly [RegExp, string])[] = [
  [/certificate has expired/i, 'CERT_HAS_EXPIRED'],
  [/match certificate's altnames/i, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  [/self.signed certificate/i, 'SELF_SIGNED_CERT'],
  [/unable to (?:verify|get)[\w ]* certificate/i, 'UNABLE_TO_VERIFY_CERT'],
  [/wrong version number|packet length too long|record layer/i, 'ERR_SSL_WRONG_VERSION_NUMBER'],
]

function reasonOf(error: unknown, code: string): string {
  const told = toldBy(error)
  const [, named] = certificates.find(([words]) => words.test(told)) ?? []
  return named ?? /\b(E[A-Z]{4,}|[A-Z]+_[A-Z_]+)\b/.exec(told)?.[1] ?? code
}

function toldBy(error: unknown): string {
  if (!(error instanceof Error)) return ''
  const below = 'originalCode' in error ? String(error.originalCode) : ''
  return [error.message, below, error.cause === undefined ? '' : toldBy(error.cause)].join(' ')
}

/** @param begun - the message itself had begun to leave us */
export function fromFailure(error: unknown, begun: boolean): PlatformError {
  const failure = failureOf(error)
  const { reason, status, command } = failure
  const said = [command, status ?? reason].filter(part => part !== '').join(': ')
  return new PlatformError(status === null ? unanswered(failure, begun) : refused(status, failure), said)
}

/** Credentials, or the right to write under this name: the operator mends it, and the mail waits. */
const ours: ReadonlySet<number> = new Set([530, 534, 535, 538])

function refused(status: number, { code, command, detail }: Failure): PlatformErrorKind {
  // Greylists, full mailboxes, too many mails: a later try is welcome. 503 tells of the session and not of the mail.
  if (status < 500 || status === 503 || code === 'ETLS') return 'unavailable'
  if (code === 'EAUTH' || ours.has(status) || command === 'MAIL FROM') return 'unauthorized'
  if (command !== 'RCPT TO') return 'rejected'
  // Some call limits and trouble on the way permanent, which they are not; a relay that is not for us is no fault of the address.
  if (/^5\.[34]\./.test(detail)) return 'unavailable'
  return detail.startsWith('5.7.') ? 'forbidden' : 'unreachable'
}

const ofTheMail: ReadonlySet<string> = new Set(['EENVELOPE', 'EMESSAGE', 'EFILEACCESS', 'EURLACCESS', 'EMAXRECIPIENTS'])

function unanswered({ code }: Failure, begun: boolean): PlatformErrorKind {
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'unauthorized'
  if (ofTheMail.has(code)) return 'rejected'
  return begun ? 'uncertain' : 'unavailable'
}
