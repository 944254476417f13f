import { isJson, type Json } from '../../shared/json.ts'
import type { Settings } from '../settings.ts'
import type { Connection } from './connections.ts'
import {
  type CompanyEvent,
  callbackFrame,
  cardTopic,
  eventFrame,
  eventTopic,
  type Frame,
  type Reply,
  robotTopic,
} from './frames.ts'

/** What became of something on its way to the app. */
export type Delivery =
  | {
      readonly acked: true
      /** What the app answered; empty when nothing. */
      readonly response: Json
      /** From the first sending to the acknowledgement. */
      readonly afterMs: number
      readonly attempts: number
    }
  | {
      readonly acked: false
      readonly reason: 'not_told' | 'no_connection' | 'connection_lost' | 'timeout' | 'refused' | 'forgotten'
      readonly attempts: number
    }

type Lost = Exclude<Delivery, { readonly acked: true }>['reason']

interface Waiting {
  readonly topic: string
  readonly draw: () => Frame
  readonly patienceMs: number
  readonly retries: number
  readonly settle: (delivery: Delivery) => void
  attempts: number
  firstSentAt: number
  messageId: string
  on: Connection | null
  timer: NodeJS.Timeout | undefined
}

export interface Deliveries {
  robot(data: Json): Promise<Delivery>
  card(data: Json): Promise<Delivery>
  event(event: CompanyEvent): Promise<Delivery>
  /** Takes a reply of the app; returns what is wrong with it, if anything. */
  hear(reply: Reply): string | null
  /** A connection that hears these topics is open: events that had nobody to go to go now. */
  flush(topics: ReadonlySet<string>): void
  /** What was sent there and not acknowledged has to find another way, or is lost. */
  lose(connection: Connection): void
  /** Gives up everything that is not acknowledged yet. */
  forget(): void
}

type Send = (topic: string, frame: Frame) => Connection | null

/** Each callback and event goes to one connection; only events are kept while there is none. */
export function createDeliveries(settings: Settings, send: Send): Deliveries {
  const waiting = new Set<Waiting>()
  /** Nothing is kept for an app that has never asked for it. */
  const asked = new Set<string>()

  function deliver(given: Pick<Waiting, 'topic' | 'draw' | 'patienceMs' | 'retries'>): Promise<Delivery> {
    return new Promise(resolve => {
      const state = { attempts: 0, firstSentAt: performance.now(), messageId: '', on: null, timer: undefined }
      const entry: Waiting = { ...given, settle: resolve, ...state }
      waiting.add(entry)
      dispatch(entry)
    })
  }

  function dispatch(entry: Waiting): void {
    clearTimeout(entry.timer)
    const frame = entry.draw()
    entry.on = send(entry.topic, frame)
    if (entry.on === null) {
      if (entry.topic !== eventTopic) lost(entry, 'no_connection')
      return
    }
    entry.messageId = frame.headers['messageId'] ?? ''
    entry.attempts += 1
    entry.timer = setTimeout(() => again(entry, 'timeout'), entry.patienceMs)
  }

  function again(entry: Waiting, otherwise: Lost): void {
    if (entry.attempts > entry.retries) lost(entry, otherwise)
    else dispatch(entry)
  }

  function lost(entry: Waiting, reason: Lost): void {
    finish(entry, { acked: false, reason, attempts: entry.attempts })
  }

  function finish(entry: Waiting, delivery: Delivery): void {
    clearTimeout(entry.timer)
    waiting.delete(entry)
    entry.settle(delivery)
  }

  function hearEvent(entry: Waiting, { data }: Reply): string | null {
    if (data['status'] === 'LATER') {
      clearTimeout(entry.timer)
      entry.timer = setTimeout(() => again(entry, 'refused'), settings.laterMs)
      return null
    }
    accept(entry, {})
    return data['status'] === 'SUCCESS' ? null : 'An event was answered without a status'
  }

  function hearCallback(entry: Waiting, { data }: Reply): string | null {
    const { response } = data
    accept(entry, isJson(response) ? response : {})
    return 'response' in data ? null : 'A callback was answered without a response'
  }

  function accept(entry: Waiting, response: Json): void {
    const { attempts, firstSentAt } = entry
    finish(entry, { acked: true, response, afterMs: performance.now() - firstSentAt, attempts })
  }

  const { ackWithinMs, cardAnswerWithinMs, robotRetries, eventRetries } = settings
  return {
    robot(data) {
      const draw = () => callbackFrame(robotTopic, data)
      return deliver({ topic: robotTopic, draw, patienceMs: ackWithinMs, retries: robotRetries })
    },
    card(data) {
      const draw = () => callbackFrame(cardTopic, data)
      return deliver({ topic: cardTopic, draw, patienceMs: cardAnswerWithinMs, retries: 0 })
    },
    async event(event) {
      if (!asked.has(eventTopic)) return { acked: false, reason: 'not_told', attempts: 0 }
      const draw = () => eventFrame(event)
      return deliver({ topic: eventTopic, draw, patienceMs: ackWithinMs, retries: eventRetries })
    },
    hear(reply) {
      const entry = [...waiting].find(({ messageId }) => messageId === reply.messageId)
      // Late for what was given up, an answer to a ping, or a second answer: DingTalk does not mind.
      if (entry === undefined) return null
      if (reply.code !== 200) {
        again(entry, 'refused')
        return null
      }
      return entry.topic === eventTopic ? hearEvent(entry, reply) : hearCallback(entry, reply)
    },
    flush(topics) {
      for (const topic of topics) asked.add(topic)
      for (const entry of waiting) if (entry.on === null) dispatch(entry)
    },
    lose(connection) {
      for (const entry of waiting) if (entry.on === connection) again(entry, 'connection_lost')
    },
    forget() {
      for (const entry of waiting) lost(entry, 'forgotten')
    },
  }
}
