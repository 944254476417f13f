import type { Clock } from '../../../src/base/clock.ts'
import type { Chat } from '../lanes/lane.ts'

/** Somebody's words that wait for an answer. */
export interface Call {
  /** What the answer has to name. */
  readonly call: string
  readonly eventId: string
  readonly chat: Chat
  readonly userId: string
}

export interface Calls {
  keep(call: Call): void
  /** What has waited longest in this chat, used up by that: answers come in the order of the questions. */
  take(chat: Chat): string | null
  /** What this person has asked in some group, for when they are answered in private. */
  takeAskedInGroup(userId: string): Call | null
  /** What came over a connection that is gone cannot be answered any more. */
  forget(): void
}

/**
 * WeCom takes answers for a day. We do so for a minute only: by then what was not answered is not going to be, and the next
 * answer belongs to the next question. What comes later is said without being attached to anything.
 */
const WAITS_MS = 60_000

export function createCalls({ clock }: { readonly clock: Clock }): Calls {
  let waiting: readonly (Call & { readonly until: number })[] = []

  function takeFirst(isIt: (call: Call) => boolean): Call | null {
    const now = clock.now().getTime()
    waiting = waiting.filter(({ until }) => until > now)
    const first = waiting.find(isIt)
    waiting = waiting.filter(call => call !== first)
    return first ?? null
  }

  return {
    keep(call) {
      const now = clock.now().getTime()
      // Told twice, it is answered once, over the newer of both.
      const others = waiting.filter(({ until, eventId }) => until > now && eventId !== call.eventId)
      waiting = [...others, { ...call, until: now + WAITS_MS }]
    },
    take: chat => takeFirst(call => call.chat.kind === chat.kind && call.chat.id === chat.id)?.call ?? null,
    takeAskedInGroup: userId => takeFirst(call => call.chat.kind === 'group' && call.userId === userId),
    forget() {
      waiting = []
    },
  }
}
