import type { Log } from '../../src/base/log.ts'
import { PlatformError } from '../../src/platform/errors.ts'
import type { EventBody } from '../../src/platform/events.ts'
import { mostFileBytes } from '../../src/platform/files.ts'
import type { House } from '../../src/platform/house.ts'
import { readBytes } from './read-bytes.ts'

/** A file, or why there is none. */
export type Fetched = Uint8Array | 'too-large' | 'not-given'

/** So long the bytes of one may take to come. */
const withinMs = 20_000

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

/**
 * Gets the bytes behind an address, of which it tells nobody; no more of them than a file of ours may have.
 *
 * @param check - looks at the answer before its bytes are read; throws PlatformError where they are not the file's
 */
export async function download(
  url: string,
  init: RequestInit = {},
  check: (answer: Response) => void = () => undefined,
): Promise<Fetched> {
  try {
    const response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(withinMs) })
    if (!response.ok) return 'not-given'
    check(response)
    const bytes = await readBytes(response, mostFileBytes)
    if (typeof bytes !== 'string') return bytes
    return bytes === 'too large' ? 'too-large' : 'not-given'
  } catch (error) {
    if (error instanceof PlatformError) throw error
    // Refused, silent or sent elsewhere: its person is told, and may send it again.
    return 'not-given'
  }
}

async function quietly(fetch: Handing['fetch'], log: Log): Promise<Fetched> {
  try {
    const fetched = await fetch()
    if (fetched === 'not-given') log.warn('a file that was handed to us could not be fetched')
    return fetched
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    log.warn({ why: error.message }, 'a file that was handed to us could not be fetched')
    return 'not-given'
  }
}
