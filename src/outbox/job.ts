import { setTimeout as sleep } from 'node:timers/promises'
import type { Engine } from '../engine/engine.ts'
import type { PlatformId } from '../platform/events.ts'
import { inTransaction } from '../store/transaction.ts'
import { type Drained, drainConversation, type Outbox } from './send.ts'

export interface OutboxJob {
  /**
   * Sends what may go now, and comes back by itself when the pace or a further try asks for it. What only another process
   * can say is left to that one.
   */
  run(conversation: string, isElsewhere: (platform: PlatformId) => boolean): Promise<void>
  /** Lets what is being sent end, for some seconds at most, and begins nothing more. */
  stop(): Promise<void>
}

/** What the queue's word that something waits in a conversation leads to. */
export function createOutboxJob(outbox: Outbox, engine: Pick<Engine, 'enqueue'>): OutboxJob {
  const { store, clock, log } = outbox
  const waking = new Map<string, NodeJS.Timeout>()
  const draining = new Set<Promise<unknown>>()
  let isStopping = false

  const put = (queue: 'outbox' | 'outbox-sole', conversation: string) =>
    inTransaction(store, tx => engine.enqueue(tx, queue, [{ conversation }]))

  function wakeAt(next: Date, conversation: string): void {
    const wake = () => {
      waking.delete(conversation)
      put('outbox', conversation).catch((error: unknown) =>
        log.error({ err: error }, 'a conversation could not be woken; the next minute does it'),
      )
    }
    const wait = next.getTime() - clock.now().getTime()
    waking.set(conversation, setTimeout(wake, Math.min(wait, longestTimer)).unref())
  }

  async function drain(conversation: string, isElsewhere: (platform: PlatformId) => boolean): Promise<Drained> {
    const working = drainConversation({ ...outbox, isElsewhere }, conversation)
    draining.add(working)
    try {
      return await working
    } finally {
      draining.delete(working)
    }
  }

  return {
    async run(conversation, isElsewhere) {
      // What waits is found by the process after this one.
      if (isStopping) return
      const { next, isLeft } = await drain(conversation, isElsewhere)
      clearTimeout(waking.get(conversation))
      waking.delete(conversation)
      if (isLeft) return put('outbox-sole', conversation)
      if (next === null) return
      if (next <= clock.now()) return put('outbox', conversation)
      if (!isStopping) wakeAt(next, conversation)
    },
    async stop() {
      isStopping = true
      for (const timer of waking.values()) clearTimeout(timer)
      await Promise.race([Promise.allSettled(draining), sleep(longestEnd, undefined, { ref: false })])
    },
  }
}

/** How long a process that is to end waits for a platform. */
const longestEnd = 10_000

/** What a timer of Node can hold, in milliseconds; whoever must wait longer is woken in between. */
const longestTimer = 2 ** 31 - 1
