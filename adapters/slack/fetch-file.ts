import { PlatformError } from '../../src/platform/errors.ts'
import { download, type Fetched } from '../shared/download.ts'
import type { FileAt } from './decode/files.ts'

/** Gets a file that somebody shared with us. Throws PlatformError where Slack does not let us read files. */
export type FetchFile = (at: FileAt) => Promise<Fetched>

export interface FetchFileSettings {
  readonly token: string
  readonly apiUrl: string
}

export function createFetchFile({ token, apiUrl }: FetchFileSettings): FetchFile {
  return async ({ url, size, isPage }) => {
    if (!mayKnowToken(url, apiUrl)) return 'not-given'
    const headers = { authorization: `Bearer ${token}` }
    const check = (answer: Response) => {
      if (looksLikePage(answer) && !isPage) throw loginPage()
    }
    const { fetched } = await download(url, { headers }, { check })
    // A page of Slack's in place of a page is known by its length alone.
    if (isPage && typeof fetched !== 'string' && size !== undefined && fetched.byteLength !== size) throw loginPage()
    return fetched
  }
}

/**
 * An address comes with a message, and our token must not go wherever a message says: only to Slack itself, or to the very
 * address at which all our calls are made.
 */
export function mayKnowToken(url: string, apiUrl: string): boolean {
  const { protocol, hostname, port, origin } = new URL(url)
  if (origin === new URL(apiUrl).origin) return true
  return protocol === 'https:' && port === '' && /(^|\.)slack-edge\.com$|\.slack\.com$/.test(hostname)
}

function looksLikePage({ headers }: Response): boolean {
  return headers.get('content-type')?.toLowerCase().startsWith('text/html') ?? false
}

/** To a bot without the scope Slack says "200 OK", and shows where to log in. */
function loginPage(): PlatformError {
  return new PlatformError('unauthorized', 'file: missing_scope: a page came instead, as without the scope files:read')
}
