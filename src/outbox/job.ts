import type { Engine } from '../engine/engine.ts'
import type { PlatformId } from '../platform/events.ts'
import { inTransaction } from '../store/transaction.ts'
import { drainConversation, type Outbox } from './send.ts'

export interface OutboxJob {
  /**
   * Sends what may go now, and comes back by itself when the pace or a further try asks for it. What only another process
   * can say is left to that one.
   */
  run(conversation: string, isElsewhere: (platform: PlatformId) => boolean): Promise<void>
  stop(): void
}

/** What the queue's word that something waits in a conversation leads to. */
export function createOutboxJob(outbox: Outbox, engine: Pick<Engine, 'enqueue'>): OutboxJob {
  const { store, clock, log } = outbox
  const waking = new Map<string, NodeJS.Timeout>()

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

  return {
    async run(conversation, isElsewhere) {
      const { next, isLeft } = await drainConversation({ ...outbox, isElsewhere }, conversation)
      clearTimeout(waking.get(conversation))
      waking.delete(conversation)
      if (isLeft) return put('outbox-sole', conversation)
      if (next === null) return
      if (next <= clock.now()) return put('outbox', conversation)
      wakeAt(next, conversation)
    },
    stop() {
      for (const timer of waking.values()) clearTimeout(timer)
    },
  }
}

/** What a timer of Node can hold, in milliseconds; whoever must wait longer is woken in between. */
const longestTimer = 2 ** 31 - 1
