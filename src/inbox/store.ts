import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type InboundEvent, inboundEventSchema } from '../platform/events.ts'
import type { Session } from '../store/store.ts'
import type { Tx } from '../store/transaction.ts'
import type { Hearing } from './ear.ts'

export interface Waiting {
  readonly id: bigint
  readonly conversation: string
  /** As it was written down, perhaps by an earlier version. */
  readonly payload: unknown
}

/** As it is written down. */
export const storedEventSchema = inboundEventSchema.extend({
  /** It asks nothing of us, and was noticed by an ear all the same. */
  overheard: z.json().optional(),
})

export type StoredEvent = z.infer<typeof storedEventSchema>

export interface Arrival {
  readonly conversation: string
  readonly event: InboundEvent
  /** What came of listening to it; null for what asks something of us. */
  readonly hearing: Hearing | null
}

/** Something follows of it; the words of all others are not kept. */
export function waits({ hearing }: Arrival): boolean {
  return hearing === null || hearing.noticed !== undefined
}

/**
 * Answers the ids of those that are new and wait to be handled, in order. One parameter for all, because each costs as
 * much as a small row.
 */
export async function writeDown(session: Session, arrivals: readonly Arrival[], now: Date): Promise<string[]> {
  const rows = arrivals.map(arrival => {
    const { conversation, event, hearing } = arrival
    const { platform, eventId } = event
    const waiting = waits(arrival) && { event: { ...event, ...(hearing && { overheard: hearing.noticed }) } }
    return {
      platform,
      eventId,
      conversation,
      hash: event.place.kind === 'direct' ? hashOf(event) : null,
      heard: hearing?.kept,
      ...waiting,
    }
  })
  const waiting = await session.query<{ id: bigint }>(
    `WITH written AS (
       INSERT INTO "InboundEvent" ("platform", "eventId", "conversation", "payload", "heard", "state", "receivedAt", "handledAt")
       SELECT platform, "eventId", conversation, event, heard,
         CASE WHEN event IS NULL THEN 'handled' ELSE 'pending' END,
         $2::timestamp, CASE WHEN event IS NULL THEN $2::timestamp END
       FROM ROWS FROM (jsonb_to_recordset($1::jsonb)
           AS (platform text, "eventId" text, conversation text, hash text, event jsonb, heard text))
         WITH ORDINALITY AS arrival (platform, "eventId", conversation, hash, event, heard, n)
       WHERE hash IS NULL OR NOT EXISTS (SELECT 1 FROM "ForgottenEvent" f WHERE f.hash = arrival.hash)
       ORDER BY n ON CONFLICT DO NOTHING RETURNING "id", "state")
     SELECT "id" FROM written WHERE "state" = 'pending' ORDER BY "id"`,
    [keepable(rows), now],
  )
  return waiting.map(row => String(row.id))
}

/**
 * As JSON. No database keeps a NUL or half of a surrogate pair; left in one event, it would fail all that arrive with it. Such
 * signs stand in JSON by their numbers alone, so where there is no number hardly any text has to be looked through.
 */
function keepable(rows: readonly object[]): string {
  const json = JSON.stringify(rows)
  if (!json.includes(String.raw`\u`)) return json
  return JSON.stringify(rows, (_key, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value,
  )
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

/** Longer no platform delivers an event again. */
const REMEMBERED_MS = 30 * 24 * 60 * 60_000

/**
 * Takes the row of a direct chat's event away: author, words, time, and place in the order. Answers false when it had been
 * handled before, so that nothing must follow of it.
 */
export async function leaveNoTrace(tx: Tx, id: bigint, event: InboundEvent, now: Date): Promise<boolean> {
  const dayOf = (moment: Date) => moment.toISOString().slice(0, 10)
  await tx.forgottenEvent.deleteMany({ where: { day: { lt: dayOf(new Date(now.getTime() - REMEMBERED_MS)) } } })
  await tx.inboundEvent.delete({ where: { id } })
  const data = [{ hash: hashOf(event), day: dayOf(now) }]
  return (await tx.forgottenEvent.createMany({ data, skipDuplicates: true })).count === 1
}

/** By this an event is known again that left no trace. */
function hashOf({ platform, eventId }: Pick<InboundEvent, 'platform' | 'eventId'>): string {
  return createHash('sha256').update(`${platform}:${eventId}`).digest('hex')
}

/** Conversations of channels in which every command word is heard without slash or mention. */
export async function plainConversations(session: Session): Promise<ReadonlySet<string>> {
  const rows = await session.query<{ conversation: string }>(
    `SELECT platform || ':' || "externalId" AS conversation FROM "Channel" WHERE plain`,
  )
  return new Set(rows.map(row => row.conversation))
}
