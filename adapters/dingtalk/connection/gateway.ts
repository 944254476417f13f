import { z } from 'zod'
import { codeOf } from '../../../src/base/errors.ts'
import { jsonOf } from '../../shared/json.ts'
import type { Ended } from '../../shared/supervise.ts'
import type { DingTalkSettings } from '../settings.ts'

/** Where to connect to, with a ticket that is good for one connection within ninety seconds; or why not. */
export type Opening = { readonly kind: 'ticket'; readonly address: string } | Ended

export interface Subscription {
  readonly type: 'CALLBACK' | 'EVENT'
  readonly topic: string
}

const ANSWER_WITHIN_MS = 10_000
/** So long DingTalk hears nothing from an address that asked too often. */
const PUNISHED_MS = 5 * 60_000

/** Asks the gateway for a connection. The SDK would ask at one fixed host, and write the secret out when it debugs. */
export async function askGateway(
  { clientId, clientSecret, apiUrl }: Pick<DingTalkSettings, 'clientId' | 'clientSecret' | 'apiUrl'>,
  subscriptions: readonly Subscription[],
  until: AbortSignal,
): Promise<Opening> {
  try {
    const response = await fetch(`${apiUrl}/v1.0/gateway/connections/open`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ clientId, clientSecret, ua: 'bellwether', subscriptions }),
      redirect: 'error',
      signal: AbortSignal.any([until, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
    })
    return readOpening(response.status, await response.text())
  } catch (error) {
    return { kind: 'lost', why: reasonOf(error) }
  }
}

const refusal = z.object({ code: z.string().regex(/^[\w.-]{1,80}$/) })
const punishment = z.object({ status: z.literal(1111) })
const granted = z.object({
  // Neither with a fragment nor anything else at which a web socket would throw.
  endpoint: z.url({ protocol: /^wss?$/ }).refine(url => !url.includes('#')),
  ticket: z.string().min(1).max(2_000),
})

/** What the gateway's answer means. Pure; never says what was in it but its code. */
export function readOpening(status: number, body: string): Opening {
  const json = jsonOf(body)
  const read = granted.safeParse(json)
  if (status === 200 && read.success) {
    const address = new URL(read.data.endpoint)
    address.searchParams.set('ticket', read.data.ticket)
    return { kind: 'ticket', address: address.href }
  }
  if (punishment.safeParse(json).success) return { kind: 'lost', why: 'punished', retryAfterMs: PUNISHED_MS }
  const code = refusal.safeParse(json).data?.code
  if (code === undefined) return { kind: 'lost', why: status === 200 ? 'no ticket' : `HTTP ${status}` }
  // Only an answer in DingTalk's own form is a refusal: a proxy also says 403. Too many questions pass.
  const forGood = [400, 401, 403].includes(status) && !/limit|qps|throttl|flowcontrol/i.test(code)
  return { kind: forGood ? 'refused' : 'lost', why: code }
}

/** `fetch` wraps what happened; the innermost code says it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'fault'
  return error.cause instanceof Error ? reasonOf(error.cause) : (codeOf(error) ?? error.name)
}
