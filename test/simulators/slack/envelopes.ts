import { randomUUID } from 'node:crypto'
import { isJson, parsedJson } from '../shared/json.ts'
import type { Delivery, Payload, Transport } from './link.ts'
import type { Settings } from './settings.ts'

const envelopeTypes = { event: 'events_api', slash: 'slash_commands', interactive: 'interactive' } as const

interface Waiting {
  readonly payload: Payload
  readonly settle: (delivery: Delivery) => void
  readonly envelopeIds: string[]
  attempts: number
  firstSentAt: number
  timer: NodeJS.Timeout | undefined
}

export interface Envelopes extends Transport {
  /** Takes a frame of the app; returns what is wrong with it, if anything. */
  hear(frame: string): string | null
  /** A connection is open: what had nobody to go to goes now. */
  flush(): void
}

/** Socket Mode: each payload in an envelope to one connection, until it is acknowledged or given up. */
export function createEnvelopes(settings: Settings, send: (frame: string) => boolean): Envelopes {
  const byEnvelope = new Map<string, Waiting>()
  const stranded = new Set<Waiting>()

  function settle(waiting: Waiting, delivery: Delivery): void {
    clearTimeout(waiting.timer)
    stranded.delete(waiting)
    for (const id of waiting.envelopeIds) byEnvelope.delete(id)
    waiting.settle(delivery)
  }

  function dispatch(waiting: Waiting): void {
    const { payload, attempts } = waiting
    const id = randomUUID()
    if (!send(envelope(id, payload, attempts))) {
      if (payload.kind === 'event') stranded.add(waiting)
      else settle(waiting, { acked: false, reason: 'dispatch_failed', attempts })
      return
    }
    waiting.attempts += 1
    if (attempts === 0) waiting.firstSentAt = performance.now()
    waiting.envelopeIds.push(id)
    byEnvelope.set(id, waiting)
    waiting.timer = setTimeout(() => expire(waiting), settings.socketAckWithinMs)
  }

  function expire(waiting: Waiting): void {
    const { payload, attempts } = waiting
    // Commands and interactions are never sent again: the person sees that it did not work.
    if (payload.kind !== 'event') settle(waiting, { acked: false, reason: 'operation_timeout', attempts })
    else if (attempts > settings.socketRetries) settle(waiting, { acked: false, reason: 'gave_up', attempts })
    else dispatch(waiting)
  }

  return {
    deliver: payload =>
      new Promise(resolve => {
        dispatch({ payload, settle: resolve, envelopeIds: [], attempts: 0, firstSentAt: 0, timer: undefined })
      }),
    hear(frame) {
      const ack = parsedJson(frame)
      if (!isJson(ack) || typeof ack['envelope_id'] !== 'string') return 'A frame of the app is no acknowledgement'
      const waiting = byEnvelope.get(ack['envelope_id'])
      // Late for a payload that was given up, or a second time for the same: Slack does not mind.
      if (waiting === undefined) return null
      const { payload, attempts, firstSentAt } = waiting
      const answer = isJson(ack['payload']) && Object.keys(ack['payload']).length > 0 ? ack['payload'] : null
      settle(waiting, { acked: true, payload: answer, afterMs: performance.now() - firstSentAt, attempts })
      return answer !== null && payload.kind === 'event' ? 'An event was answered with a payload' : null
    },
    flush() {
      const again = [...stranded]
      stranded.clear()
      for (const waiting of again) dispatch(waiting)
    },
    forget() {
      for (const waiting of new Set([...byEnvelope.values(), ...stranded])) {
        settle(waiting, { acked: false, reason: 'forgotten', attempts: waiting.attempts })
      }
    },
  }
}

function envelope(id: string, { kind, body }: Payload, attempt: number): string {
  const retry = { retry_attempt: attempt, retry_reason: attempt === 0 ? '' : 'timeout' }
  return JSON.stringify({
    envelope_id: id,
    type: envelopeTypes[kind],
    accepts_response_payload: kind !== 'event',
    ...(kind === 'event' ? retry : {}),
    payload: body,
  })
}
