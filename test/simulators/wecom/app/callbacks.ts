import type { Recording } from '../../shared/recording.ts'
import type { RecordedCall } from '../record.ts'
import type { Settings } from '../settings.ts'
import { envelope, type SealOptions, sealed, unsealed } from './sealing.ts'
import { textIn } from './xml.ts'

/** What became of a callback on its way to the app. */
export interface Delivery {
  readonly acked: boolean
  readonly attempts: number
  /** The last HTTP status; null when there was no answer in time. */
  readonly status: number | null
  /** What the app said at once. */
  readonly reply: string | null
}

export interface Callbacks {
  /** Where the app listens. */
  use(url: string): void
  /** Posts it until it is acknowledged, a few times. */
  deliver(xml: string): Promise<Delivery>
  /** A call as WeCom makes it, without making it. */
  request(xml: string, options?: SealOptions & { readonly url?: string }): Request
  /** The call by which an address is proved when it is set up. */
  proof(words: string, options?: SealOptions & { readonly url?: string }): Request
}

interface Door {
  readonly settings: Settings
  readonly recording: Recording<RecordedCall>
  readonly newId: (prefix: string) => string
}

const unheard: Delivery = { acked: false, attempts: 0, status: null, reply: null }
const nowhere = 'http://bellwether.test/wecom/callback'

export function createCallbacks({ settings, recording, newId }: Door): Callbacks {
  let address: string | null = null

  function request(xml: string, { url = address ?? nowhere, ...options }: SealOptions & { url?: string } = {}) {
    const { encrypted, query } = sealed(settings, xml, options, newId('nonce'))
    const headers = { 'content-type': 'text/xml' }
    return new Request(`${url}?${query}`, { method: 'POST', headers, body: envelope(settings, encrypted) })
  }

  async function attempt(xml: string): Promise<Pick<Delivery, 'status' | 'reply'> | null> {
    try {
      const response = await fetch(request(xml), { signal: AbortSignal.timeout(settings.callbackWithinMs) })
      return { status: response.status, reply: await response.text() }
    } catch {
      // No answer in time, or none at all.
      return null
    }
  }

  function replyIn(body: string): string | null {
    if (body === '') return null
    const opened = unsealed(settings, body)
    if (typeof opened !== 'string') return textIn(opened.xml, 'Content')
    recording.unexpected.push(opened)
    return null
  }

  return {
    use(url) {
      address = url
    },
    request,
    proof(words, { url = address ?? nowhere, ...options } = {}) {
      const { encrypted, query } = sealed(settings, words, options, newId('nonce'))
      query.set('echostr', encrypted)
      return new Request(`${url}?${query}`)
    },
    async deliver(xml) {
      if (address === null) return unheard
      let status: number | null = null
      for (let attempts = 1; attempts <= settings.callbackTries; attempts++) {
        const answer = await attempt(xml)
        status = answer?.status ?? null
        if (status === 200) return { acked: true, attempts, status, reply: replyIn(answer?.reply ?? '') }
      }
      return { acked: false, attempts: settings.callbackTries, status, reply: null }
    },
  }
}
