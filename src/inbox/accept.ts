import { createBatcher } from '../base/batch.ts'
import type { Clock } from '../base/clock.ts'
import type { Engine } from '../engine/engine.ts'
import type { InboundEvent, Intake } from '../platform/events.ts'
import { inboundEventSchema } from '../platform/events.ts'
import type { Store } from '../store/store.ts'
import { inTransaction } from '../store/transaction.ts'

/** Events of one conversation are handled in the order in which they came. */
export function conversationOf(event: InboundEvent): string {
  const place = event.place.kind === 'group' ? event.place.channelId : `@${event.author.accountId}`
  return `${event.platform}:${place}`
}

const largestBatch = 200

/**
 * The first step of every message: it is written down, and only then does the returned promise resolve, so that the
 * platform may be told "ok". Events that arrive together are committed together, which keeps writing everything down
 * cheap. The same event twice is one row.
 */
export function createAccept(store: Store, engine: Engine, clock: Clock): Intake {
  const accept = createBatcher<InboundEvent, void>(
    async events => {
      await inTransaction(store, async tx => {
        const rows = await tx.inboundEvent.createManyAndReturn({
          data: events.map(event => ({
            platform: event.platform,
            eventId: event.eventId,
            conversation: conversationOf(event),
            payload: event,
            receivedAt: clock.now(),
          })),
          skipDuplicates: true,
          select: { id: true },
        })
        if (rows.length > 0) await engine.enqueue(tx, 'inbox', [{ ids: rows.map(row => String(row.id)) }])
      })
      return events.map(() => undefined)
    },
    { max: largestBatch },
  )
  return async event => accept(inboundEventSchema.parse(event))
}
