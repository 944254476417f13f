import type { Clock } from '../../src/base/clock.ts'
import { type Log, withoutWords } from '../../src/base/log.ts'
import type { House } from '../../src/platform/house.ts'
import { backfill, type Mark, marksBefore, worthFilling } from './backfill.ts'
import type { SlackClient } from './client.ts'
import type { Directory } from './directory.ts'
import { tellRosters } from './roster.ts'

export interface PresenceParts {
  readonly house: House
  readonly client: SlackClient
  readonly directory: Directory
  /** Real time. */
  readonly clock: Clock
  readonly log: Log
  readonly signal: AbortSignal
}

/** Knows whether anybody hears Slack, and has fetched what nobody heard. */
export interface Presence {
  /** A connection hears from now on. */
  opened(): void
  closed(): void
  /** Resolves when all that was begun is done. */
  settled(): Promise<void>
}

/** @param missed - until when each channel had been heard before we came; asked for before anything new is taken in */
export function createPresence(parts: PresenceParts, missed: readonly Mark[]): Presence {
  const { house, directory, clock, log, signal } = parts
  const { intake } = house
  let open = 0
  let arrived = false
  let deafSince: Date | null = null
  let work = Promise.resolve()

  function later(what: string, errand: () => Promise<void>): void {
    work = work.then(errand).catch((error: unknown) => {
      log.error({ fault: withoutWords(error), what }, 'slack: could not be fetched; the next start or loss tries again')
    })
  }

  async function fetchMissed(marks: readonly Mark[]): Promise<void> {
    await backfill(parts, { marks, intake, signal })
    if (!signal.aborted) await house.caughtUp()
  }

  return {
    opened() {
      open += 1
      if (!arrived) {
        arrived = true
        // First who is who, so that what was missed is read with the names in it.
        later('rosters', () => tellRosters({ directory, clock, intake }, signal))
        later('missed messages', () => fetchMissed(missed))
      } else if (open === 1 && deafSince !== null) {
        const lostAt = deafSince
        if (clock.now().getTime() - lostAt.getTime() >= worthFilling) {
          later('missed messages', async () => fetchMissed(marksBefore(await house.heardUntil(), lostAt)))
        }
      }
      deafSince = null
    },
    closed() {
      open -= 1
      if (open === 0) deafSince = clock.now()
    },
    settled: () => work,
  }
}
