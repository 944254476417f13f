import { decryptFile } from '@wecom/aibot-node-sdk'
import type { Log } from '../../../src/base/log.ts'
import { mostFileBytes } from '../../../src/platform/files.ts'
import { download, type Fetched, type Named } from '../../shared/download.ts'
import type { SealedFile } from '../decode/bot-file.ts'
import { isFileAddress } from './file-address.ts'

export interface Fetching {
  readonly wsUrl: string
  /** Who leaves waits for no file. */
  readonly signal: AbortSignal
  readonly log: Log
}

/** A seal fills up what it holds to whole blocks. */
const SEAL_BYTES = 32

/** Gets a file that WeCom lends us for minutes, and opens it. */
export async function fetchFile({ url, aeskey }: SealedFile, { wsUrl, signal, log }: Fetching): Promise<Named> {
  if (!isFileAddress(url, wsUrl)) {
    log.warn({ host: URL.parse(url)?.hostname }, 'a file for the wecom bot lies where WeCom keeps none: left there')
    return { filename: null, fetched: 'not-given' }
  }
  const { filename, fetched } = await download(url, { signal }, { most: mostFileBytes + SEAL_BYTES })
  return { filename, fetched: typeof fetched === 'string' ? fetched : unsealed(fetched, aeskey) }
}

function unsealed(sealed: Uint8Array, aeskey: string): Fetched {
  try {
    const bytes = decryptFile(Buffer.from(sealed), aeskey)
    return bytes.byteLength > mostFileBytes ? 'too-large' : bytes
  } catch {
    // Another key's, or not whole: its person is told, and may send it again.
    return 'not-given'
  }
}
