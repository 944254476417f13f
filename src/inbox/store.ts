import type { InboundEvent } from '../platform/events.ts'
import type { Session } from '../store/store.ts'
import type { Tx } from '../store/transaction.ts'

export interface Waiting {
  readonly id: bigint
  readonly conversation: string
  /** As it was written down, perhaps by an earlier version. */
  readonly payload: unknown
}

interface Arrival {
  readonly conversation: string
  readonly event: InboundEvent
  /** Nothing follows of it, so its words are not kept. */
  readonly settled: boolean
}

/**
 * Answers the ids of those that are new and wait to be handled, in order. One parameter for all, because each costs as
 * much as a small row.
 */
export async function writeDown(session: Session, arrivals: readonly Arrival[], now: Date): Promise<string[]> {
  const rows = arrivals.map(({ conversation, event, settled }) => {
    const { platform, eventId } = event
    return { platform, eventId, conversation, ...(!settled && { event }) }
  })
  const waiting = await session.query<{ id: bigint }>(
    `WITH written AS (
       INSERT INTO "InboundEvent" ("platform", "eventId", "conversation", "payload", "state", "receivedAt", "handledAt")
       SELECT platform, "eventId", conversation, event,
         CASE WHEN event IS NULL THEN 'handled' ELSE 'pending' END,
         $2::timestamp, CASE WHEN event IS NULL THEN $2::timestamp END
       FROM ROWS FROM (jsonb_to_recordset($1::jsonb)
           AS (platform text, "eventId" text, conversation text, event jsonb))
         WITH ORDINALITY AS arrival (platform, "eventId", conversation, event, n)
       ORDER BY n ON CONFLICT DO NOTHING RETURNING "id", "state")
     SELECT "id" FROM written WHERE "state" = 'pending' ORDER BY "id"`,
    [JSON.stringify(rows, keepable), now],
  )
  return waiting.map(row => String(row.id))
}

/** No database keeps a NUL or half of a surrogate pair; left in one event, it would fail all that arrive with it. */
function keepable(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value
}

/** Those of these events that wait, in order. */
export function waitingAmong(session: Session, ids: readonly string[]): Promise<Waiting[]> {
  return session.query<Waiting>(
    `SELECT "id", "conversation", "payload" FROM "InboundEvent"
     WHERE "id" = ANY($1::bigint[]) AND "state" = 'pending' ORDER BY "id"`,
    [ids],
  )
}

/** Settles events of which nothing follows, words and all. */
export async function forget(session: Session, ids: readonly bigint[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await session.query(
    `UPDATE "InboundEvent" SET "state" = 'handled', "payload" = NULL, "handledAt" = $2
     WHERE "id" = ANY($1::bigint[]) AND "state" = 'pending'`,
    [ids.map(String), now],
  )
}

/**
 * Takes the next waiting event of a conversation, up to `last`, under the conversation's lock: it counts as handled, and
 * its words are gone, unless the transaction is rolled back. `FOR UPDATE` because whoever held the lock before us may have
 * handled what we saw waiting when we began to wait.
 */
export async function takeNext(
  tx: Tx,
  conversation: string,
  last: bigint,
  now: Date,
): Promise<Omit<Waiting, 'conversation'> | null> {
  const [row] = await tx.$queryRaw<Omit<Waiting, 'conversation'>[]>`
    WITH held AS MATERIALIZED (SELECT pg_advisory_xact_lock(hashtextextended(${conversation}, 0))),
    next AS MATERIALIZED (SELECT waiting.* FROM held, LATERAL (
      SELECT "id", "payload" FROM "InboundEvent"
      WHERE "state" = 'pending' AND "conversation" = ${conversation} AND "id" <= ${last}
      ORDER BY "id" LIMIT 1 FOR UPDATE) waiting)
    UPDATE "InboundEvent" event SET "state" = 'handled', "payload" = NULL, "handledAt" = ${now}
    FROM next WHERE event."id" = next."id" RETURNING next."id", next."payload"`
  return row ?? null
}

/** Settles an event that is not tried again; false when somebody else has settled it. Without a reference it was no fault. */
export async function giveUp(tx: Tx, id: bigint, reference: string | null, now: Date): Promise<boolean> {
  const state = reference === null ? 'handled' : 'failed'
  const settled = await tx.$executeRaw`
    UPDATE "InboundEvent" SET "state" = ${state}, "payload" = NULL, "handledAt" = ${now}, "reference" = ${reference}
    WHERE "id" = ${id} AND "state" = 'pending'`
  return settled === 1
}

/** Conversations of channels in which every command word is heard without slash or mention. */
export async function plainConversations(session: Session): Promise<ReadonlySet<string>> {
  const rows = await session.query<{ conversation: string }>(
    `SELECT platform || ':' || "externalId" AS conversation FROM "Channel" WHERE plain`,
  )
  return new Set(rows.map(row => row.conversation))
}
