import { createReceive, type Doors } from '../../../adapters/slack/connection/receive.ts'
import { createLog } from '../../../src/base/log.ts'

export interface Heard {
  readonly door: keyof Doors
  readonly body: unknown
}

interface Wanted {
  readonly apiUrl?: string
  readonly ackWithinMs?: number
  readonly me?: () => Promise<{ userId: string; botId: string }>
}

/** Real Bolt with doors that note what they hear and answer as they are told; all that is logged is kept. */
export function createEars({ apiUrl = 'http://127.0.0.1:9/api/', ackWithinMs, me = async () => bot }: Wanted = {}) {
  const heard: Heard[] = []
  const lines: string[] = []
  /** May be replaced in the middle of a test. */
  const answers: Doors = {
    event: async () => undefined,
    command: async () => undefined,
    action: async () => undefined,
    view: async () => undefined,
    shortcut: async () => undefined,
  }
  const noted = <K extends keyof Doors>(door: K, body: unknown): Doors[K] => {
    heard.push({ door, body })
    return answers[door]
  }
  const doors: Doors = {
    event: body => noted('event', body)(body),
    command: body => noted('command', body)(body),
    action: body => noted('action', body)(body),
    view: body => noted('view', body)(body),
    shortcut: body => noted('shortcut', body)(body),
  }
  const log = createLog('debug', { write: line => lines.push(line) })
  const { handle } = createReceive({
    token: 'xoxb-1',
    apiUrl,
    doors,
    me,
    log,
    ...(ackWithinMs !== undefined && { ackWithinMs }),
  })
  return {
    handle,
    log,
    heard,
    answers,
    /** The lines of that level and above, without those of Slack's own libraries. */
    linesFrom: (level: 'debug' | 'info' | 'warn' | 'error') =>
      lines.filter(line => levelOf(line) >= levels[level] && !line.includes('slack library')),
  }
}

const bot = { userId: 'UBOT', botId: 'BBOT' }

const levels = { debug: 20, info: 30, warn: 40, error: 50 }

function levelOf(line: string): number {
  return Number(/"level":(\d+)/.exec(line)?.[1])
}
