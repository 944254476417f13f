import { type Logger, pino } from 'pino'

export type Log = Logger

/** Field names that carry secrets or a member's words wherever they turn up; the values never reach a line. */
const secretFields = [
  'token',
  'secret',
  'password',
  'authorization',
  'cookie',
  'databaseUrl',
  'connectionString',
  'webhook',
]

const redacted = secretFields.flatMap(field => [field, `*.${field}`, `*.*.${field}`])

/** Matches `user:password@` in any address that an error message might quote. */
const credentials = /\/\/[^/\s:@]*:[^/\s@]*@/g

/** Takes credentials out of a text that we did not write ourselves, such as a driver's error message. */
export function scrub(text: string): string {
  return text.replace(credentials, '//***@')
}

function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return scrub(textOf(error))
  return { type: error.name, message: scrub(error.message), stack: scrub(error.stack ?? ''), ...codeField(error) }
}

/**
 * What kind of fault it was and where, without its message: in handling what a member wrote, a message may quote the words.
 */
export function withoutWords(error: unknown): { type: string; code?: unknown; at: readonly string[] } {
  if (!(error instanceof Error)) return { type: typeof error, at: [] }
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  return { type: error.name, ...codeField(error), at: frames.map(line => line.trim()) }
}

/** Some libraries report plain objects that look like errors. */
function textOf(error: unknown): string {
  return String(typeof error === 'object' && error !== null && 'message' in error ? error.message : error)
}

function codeField(error: Error): { code?: unknown } {
  return 'code' in error ? { code: error.code } : {}
}

/** Logs are JSON lines on standard output: static messages, facts in fields. */
export function createLog(level: string, destination?: { write(line: string): void }): Log {
  const options = {
    level,
    base: null,
    redact: { paths: redacted, censor: '[redacted]' },
    serializers: { err: describe, error: describe },
  }
  return destination ? pino(options, destination) : pino(options)
}
