import type { Log } from '../../src/base/log.ts'
import { PlatformError } from '../../src/platform/errors.ts'
import type { EventBody } from '../../src/platform/events.ts'
import { mostFileBytes } from '../../src/platform/files.ts'
import type { House } from '../../src/platform/house.ts'
import { filenameIn } from './disposition.ts'
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

/** Gets the bytes behind an address, of which it tells nobody; no more of them than a file of ours may have. A signal ends it. */
export async function download(url: string, init: RequestInit = {}): Promise<Fetched> {
  return (await downloadNamed(url, init)).fetched
}

export interface Named {
  /** As whoever has it calls it; null where they do not say. */
  readonly filename: string | null
  readonly fetched: Fetched
}

/** The same with its name, and of `most` bytes where what lies there is more than the file itself. */
export async function downloadNamed(url: string, init: RequestInit = {}, most = mostFileBytes): Promise<Named> {
  const signals = [AbortSignal.timeout(withinMs), ...(init.signal ? [init.signal] : [])]
  try {
    const response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.any(signals) })
    if (!response.ok) return notGiven
    const filename = filenameIn(response.headers.get('content-disposition'))
    const bytes = await readBytes(response, most)
    if (typeof bytes !== 'string') return { filename, fetched: bytes }
    return { filename, fetched: bytes === 'too large' ? 'too-large' : 'not-given' }
  } catch {
    // Refused, silent or sent elsewhere: its person is told, and may send it again.
    return notGiven
  }
}

const notGiven: Named = { filename: null, fetched: 'not-given' }

async function quietly(fetch: Handing['fetch'], log: Log): Promise<Fetched> {
  try {
    const fetched = await fetch()
    if (fetched === 'not-given') log.warn('a file that was handed to us could not be fetched')
    return fetched
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    log.warn({ why: error.kind }, 'a file that was handed to us could not be fetched')
    return 'not-given'
  }
}
