import { z } from 'zod'
import { jsonOf } from '../../shared/json.ts'

/** What Slack posts. */
export type Posted =
  | { readonly kind: 'challenge'; readonly challenge: string }
  /** Slack only looks whether our certificate is good. */
  | { readonly kind: 'ssl-check' }
  | { readonly kind: 'payload'; readonly body: unknown }
  | { readonly kind: 'unreadable' }

const challenge = z.object({ type: z.literal('url_verification'), challenge: z.string() })

/** Events come as JSON, slash commands as a form, and all else as JSON in the one field of a form. Pure. */
export function readPosted(contentType: string | null, rawBody: Uint8Array): Posted {
  const text = new TextDecoder().decode(rawBody)
  // What follows the type, such as a charset, says nothing new.
  const type = contentType?.split(';')[0]?.trim().toLowerCase()
  if (type === 'application/json') return payloadOf(text)
  if (type !== 'application/x-www-form-urlencoded') return { kind: 'unreadable' }
  const form = new URLSearchParams(text)
  if (form.get('ssl_check') === '1') return { kind: 'ssl-check' }
  const inner = form.get('payload')
  return inner === null ? { kind: 'payload', body: Object.fromEntries(form) } : payloadOf(inner)
}

function payloadOf(json: string): Posted {
  const body = jsonOf(json)
  const asked = challenge.safeParse(body)
  if (asked.success) return { kind: 'challenge', challenge: asked.data.challenge }
  return body === undefined ? { kind: 'unreadable' } : { kind: 'payload', body }
}
