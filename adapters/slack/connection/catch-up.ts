import type { Clock } from '../../../src/base/clock.ts'
import { type Log, withoutWords } from '../../../src/base/log.ts'
import type { House } from '../../../src/platform/house.ts'
import { persist } from '../../shared/persist.ts'
import type { SlackClient } from '../client.ts'
import type { Directory } from '../people/directory.ts'
import { tellRosters } from '../people/roster.ts'
import { backfill, type Mark, worthFilling } from './backfill.ts'

export interface CatchUpParts {
  readonly house: House
  readonly client: SlackClient
  readonly directory: Directory
  /** Real time. */
  readonly clock: Clock
  readonly log: Log
  /** From 0 up to 1. */
  random(): number
  readonly signal: AbortSignal
}

/** Knows whether any connection hears Slack, and fetches what none of them heard. */
export interface CatchUp {
  /** A connection hears from now on. */
  opened(): void
  closed(): void
  /** Resolves when all that was begun is done. */
  settled(): Promise<void>
}

/** @param missed - until when each channel had been heard before we came; asked for before anything new is taken in */
export function createCatchUp(parts: CatchUpParts, missed: readonly Mark[]): CatchUp {
  const { house, directory, clock, log, random, signal } = parts
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
    await persist(() => backfill(parts, { marks, intake, signal }), {
      failed: ({ kind }, waitMs) => log.warn({ kind, waitMs }, 'slack: what was missed cannot be fetched yet'),
      random,
      signal,
    })
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
          later('missed messages', async () => fetchMissed(await house.heardUntil(lostAt)))
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
