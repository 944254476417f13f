import { createBatcher } from '../base/batch.ts'
import type { Clock } from '../base/clock.ts'
import type { Engine } from '../engine/engine.ts'
import type { InboundEvent, Intake } from '../platform/events.ts'
import { inboundEventSchema } from '../platform/events.ts'
import type { Session, Store } from '../store/store.ts'
import { inPlainTransaction } from '../store/transaction.ts'

/** Events of one conversation are handled in the order in which they came. */
function conversationOf(event: InboundEvent): string {
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
      await inPlainTransaction(store, async tx => {
        const ids = await writeDown(tx, events, clock.now())
        if (ids.length > 0) await engine.enqueue(tx, 'inbox', [{ ids }])
      })
      return events.map(() => undefined)
    },
    { max: largestBatch },
  )
  return async event => accept(inboundEventSchema.parse(event))
}

/** Answers the ids of those that are new. One parameter for all, because each costs as much as a small row. */
async function writeDown(tx: Session, events: readonly InboundEvent[], now: Date): Promise<string[]> {
  const payloads = events.map(event => ({ conversation: conversationOf(event), payload: event }))
  const rows = await tx.query<{ id: bigint }>(
    `INSERT INTO "InboundEvent" ("platform", "eventId", "conversation", "payload", "receivedAt")
     SELECT payload->>'platform', payload->>'eventId', conversation, payload, $2
     FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (conversation text, payload jsonb))
       WITH ORDINALITY AS event (conversation, payload, n)
     ORDER BY n ON CONFLICT DO NOTHING RETURNING "id"`,
    [JSON.stringify(payloads, keepable), now],
  )
  return rows.map(row => String(row.id))
}

/** No database keeps a NUL or half of a surrogate pair; left in one event, it would fail all that arrive with it. */
function keepable(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value
}
