import { createHmac } from 'node:crypto'
import type { Payload } from './link.ts'

export interface SignOptions {
  /** Unix seconds that the request claims to be made at. */
  readonly at: number
  readonly secret: string
}

/** The body of a payload as Slack posts it, and its type. */
export function encoded({ kind, body }: Payload): { readonly body: string; readonly contentType: string } {
  if (kind === 'event') return { body: JSON.stringify(body), contentType: 'application/json' }
  const fields = kind === 'slash' ? slashFields(body) : { payload: JSON.stringify(body) }
  return { body: new URLSearchParams(fields).toString(), contentType: 'application/x-www-form-urlencoded' }
}

export function signatureHeaders(body: string, { at, secret }: SignOptions): Record<string, string> {
  const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')
  return { 'x-slack-request-timestamp': String(at), 'x-slack-signature': `v0=${signature}` }
}

/** A whole request, ready to be handed to a webhook; clone it to replay it. */
export function signedRequest(url: string, payload: Payload, options: SignOptions): Request {
  const { body, contentType } = encoded(payload)
  const headers = { 'content-type': contentType, ...signatureHeaders(body, options) }
  return new Request(url, { method: 'POST', headers, body })
}

function slashFields(body: Payload['body']): Record<string, string> {
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)]))
}
