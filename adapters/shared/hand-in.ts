import type { Log } from '../../src/base/log.ts'
import { PlatformError } from '../../src/platform/errors.ts'
import type { EventBody } from '../../src/platform/events.ts'
import type { House } from '../../src/platform/house.ts'
import type { Fetched } from './download.ts'

interface Handing {
  /** Of the event that will tell of it. */
  readonly eventId: string
  readonly filename: string
  /** Throws only PlatformError. */
  readonly fetch: () => Promise<Fetched>
}

/**
 * Gets a file that somebody handed to us and gives it to the house; answers the body of the event that is then to be taken in,
 * also where there is no file to give. Only the house's own faults are thrown: then nothing may be acknowledged.
 */
export async function handIn(
  { keepFile }: Pick<House, 'keepFile'>,
  { eventId, filename, fetch }: Handing,
  log: Log,
): Promise<Extract<EventBody, { kind: 'file' }>> {
  const name = filename.trim() || 'file'
  const fetched = await quietly(fetch, log)
  if (typeof fetched === 'string') return { kind: 'file', name, file: { kept: false, why: fetched } }
  return { kind: 'file', name, file: { kept: true, ref: await keepFile({ eventId, filename: name, bytes: fetched }) } }
}

async function quietly(fetch: Handing['fetch'], log: Log): Promise<Fetched> {
  try {
    const fetched = await fetch()
    if (fetched === 'not-given') log.warn('a file that was handed to us could not be fetched')
    return fetched
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    log.warn({ why: error.kind, fault: error.message }, 'a file that was handed to us could not be fetched')
    return 'not-given'
  }
}
