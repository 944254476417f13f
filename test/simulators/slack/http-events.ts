import { isJson, type Json, parsedJson } from '../shared/json.ts'
import type { Delivery, Payload, Transport } from './link.ts'
import type { Settings } from './settings.ts'
import { encoded, signatureHeaders } from './signing.ts'

type Posted =
  | { readonly ok: true; readonly payload: Json | null }
  | { readonly ok: false; readonly why: 'http_timeout' | 'http_error' | 'connection_failed'; readonly again: boolean }

/** HTTP mode: signed posts to the app's address; events are posted again, commands and interactions never. */
export function createHttpEvents(settings: Settings, url: string): Transport {
  let era = new AbortController()

  async function deliverEvent(payload: Payload, signal: AbortSignal): Promise<Delivery> {
    const began = performance.now()
    let retry: Record<string, string> = {}
    const delays = settings.httpRetriesAfterMs
    for (let attempts = 1; ; attempts++) {
      const posted = await post(payload, retry, signal)
      if (posted.ok) return { acked: true, payload: null, afterMs: performance.now() - began, attempts }
      if (signal.aborted) return { acked: false, reason: 'forgotten', attempts }
      const delay = delays[attempts - 1]
      if (delay === undefined || !posted.again) return { acked: false, reason: 'gave_up', attempts }
      retry = { 'x-slack-retry-num': String(attempts), 'x-slack-retry-reason': posted.why }
      await pause(delay, signal)
    }
  }

  async function post(payload: Payload, retry: Record<string, string>, signal: AbortSignal): Promise<Posted> {
    const { body, contentType } = encoded(payload)
    const at = Math.floor(settings.realNow() / 1000)
    const signature = signatureHeaders(body, { at, secret: settings.signingSecret })
    const headers = { 'content-type': contentType, ...signature, ...retry }
    const patience = AbortSignal.timeout(settings.socketAckWithinMs)
    try {
      const ended = AbortSignal.any([patience, signal])
      const response = await fetch(url, { method: 'POST', headers, body, redirect: 'error', signal: ended })
      const text = await response.text()
      if (!response.ok) return { ok: false, why: 'http_error', again: response.headers.get('x-slack-no-retry') !== '1' }
      return { ok: true, payload: answerOf(text) }
    } catch (error) {
      if (!(error instanceof Error)) throw error
      return { ok: false, why: patience.aborted ? 'http_timeout' : 'connection_failed', again: true }
    }
  }

  return {
    async deliver(payload) {
      const { signal } = era
      if (payload.kind === 'event') return deliverEvent(payload, signal)
      const began = performance.now()
      const posted = await post(payload, {}, signal)
      if (posted.ok) return { acked: true, payload: posted.payload, afterMs: performance.now() - began, attempts: 1 }
      const reason = posted.why === 'http_timeout' ? 'operation_timeout' : 'dispatch_failed'
      return { acked: false, reason, attempts: 1 }
    },
    forget() {
      era.abort()
      era = new AbortController()
    },
  }
}

/** Words alone are the text of an answer. */
function answerOf(text: string): Json | null {
  if (text === '') return null
  const parsed = parsedJson(text)
  return isJson(parsed) ? parsed : { text }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>(resolve => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done)
  })
}
