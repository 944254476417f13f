import { codeOf, SetupError, UserError } from './errors.ts'

/** Exit codes: 1 a fault was found, 2 wrongly called; the others as sysexits(3) has them, like the server. */
export const exit = { ok: 0, fault: 1, usage: 2, unavailable: 69, config: 78 } as const
export type ExitCode = (typeof exit)[keyof typeof exit]

/** A file or a target that is not as it must be: that was found out, and nothing is broken. */
const faults: ReadonlySet<string> = new Set([
  'backup-unreadable',
  'backup-truncated',
  'backup-damaged',
  'backup-newer',
  'target-not-empty',
])

export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof UserError) return exit.fault
  const code = codeOf(error)
  if (error instanceof SetupError && code === 'config') return exit.config
  return code !== undefined && faults.has(code) ? exit.fault : exit.unavailable
}
