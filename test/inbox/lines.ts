import { createLog } from '../../src/base/log.ts'

/** A log, and what was written to it. */
export function keepLines() {
  const lines: string[] = []
  return { lines, log: createLog('info', { write: line => void lines.push(line) }) }
}
