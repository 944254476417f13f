import { type Log, withoutWords } from '../base/log.ts'
import type { Overheard } from '../features/feature.ts'
import type { InboundEvent } from '../platform/events.ts'

/** What people in groups say to each other, by the names of the platform. */
export interface Talk {
  readonly platform: string
  readonly eventId: string
  readonly channelId: string
  readonly accountId: string
  readonly text: string
  /** When it was said. */
  readonly at: Date
}

/** What comes of a message that somebody listened to. */
export interface Hearing {
  /** What was noticed, for whoever handles it. Without it, nobody does. */
  readonly noticed?: Exclude<Overheard['noticed'], undefined>
  /** What is kept of it for as long as its team wishes, sealed. */
  readonly kept?: string
}

/**
 * Listens to ordinary talk before it is settled. What it does not answer for is forgotten as it is written down. Many
 * messages may be told together, and the same one again if it could not be written down; everybody there waits for it.
 */
export type Ear = (talk: readonly Talk[], now: Date) => Promise<ReadonlyMap<Talk, Hearing>>

/** The same, and never a reason to refuse a message: where it fails, the operator is told and the talk is settled unheard. */
export function sound(ear: Ear, log: Log): Ear {
  return async (talk, now) => {
    if (talk.length === 0) return nothing
    try {
      return await ear(talk, now)
    } catch (error) {
      log.error({ fault: withoutWords(error), messages: talk.length }, 'talk could not be listened to')
      return nothing
    }
  }
}

const nothing: ReadonlyMap<Talk, Hearing> = new Map()

/** Null for what is no message in a group. */
export function talkOf({ platform, eventId, place, author, at, body }: InboundEvent, now: Date): Talk | null {
  if (place.kind !== 'group' || body.kind !== 'message') return null
  const said = at === undefined ? now : new Date(at)
  return { platform, eventId, channelId: place.channelId, accountId: author.accountId, text: body.text, at: said }
}
