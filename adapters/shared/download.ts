import { PlatformError } from '../../src/platform/errors.ts'
import { mostFileBytes } from '../../src/platform/files.ts'
import { filenameIn } from './disposition.ts'
import { readBytes } from './read-bytes.ts'

/** A file, or why there is none. */
export type Fetched = Uint8Array | 'too-large' | 'not-given'

export interface Named {
  /** As whoever has it calls it; null where they do not say. */
  readonly filename: string | null
  readonly fetched: Fetched
}

interface Limits {
  /** In bytes; larger than a file of ours may be where what lies there is more than the file itself. */
  readonly most?: number
  /** Looks at the answer before its bytes are read; throws PlatformError where they are not the file's. */
  check?(answer: Response): void
}

/** So long the bytes of one may take to come. */
const withinMs = 20_000

/** Gets the bytes behind an address, of which it tells nobody, and their name. A signal ends it. */
export async function download(
  url: string,
  init: RequestInit = {},
  { most = mostFileBytes, check }: Limits = {},
): Promise<Named> {
  const signals = [AbortSignal.timeout(withinMs), ...(init.signal ? [init.signal] : [])]
  try {
    const response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.any(signals) })
    if (!response.ok) return notGiven
    check?.(response)
    const filename = filenameIn(response.headers.get('content-disposition'))
    const bytes = await readBytes(response, most)
    if (typeof bytes !== 'string') return { filename, fetched: bytes }
    return { filename, fetched: bytes === 'too large' ? 'too-large' : 'not-given' }
  } catch (error) {
    if (error instanceof PlatformError) throw error
    // Refused, silent or sent elsewhere: its person is told, and may send it again.
    return notGiven
  }
}

const notGiven: Named = { filename: null, fetched: 'not-given' }
