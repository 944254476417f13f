import type { Clock } from '../../src/base/clock.ts'
import type { Log } from '../../src/base/log.ts'

export interface RefusalsParts {
  /** Real time. */
  readonly clock: Clock
  readonly log: Log
  /** What the log calls it. */
  readonly called: string
}

/** The calls at a door of ours that were refused. */
export interface Refusals {
  note(reason: string): void
}

const SAID_EVERY_MS = 60_000

/** One line a minute for each reason, with how many it stands for: a flood of calls is no flood of lines. */
export function createRefusals({ clock, log, called }: RefusalsParts): Refusals {
  const since = new Map<string, { saidAt: number; unsaid: number }>()
  return {
    note(reason) {
      const now = clock.now().getTime()
      const last = since.get(reason)
      if (last && now - last.saidAt < SAID_EVERY_MS) {
        last.unsaid += 1
        return
      }
      since.set(reason, { saidAt: now, unsaid: 0 })
      log.warn({ reason, alsoSinceTheLastLine: last?.unsaid ?? 0 }, called)
    },
  }
}
