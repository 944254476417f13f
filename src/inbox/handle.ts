import type { Clock } from '../base/clock.ts'
import { UserError } from '../base/errors.ts'
import { newReference } from '../base/ids.ts'
import type { PersonContext } from '../context.ts'
import { type PerformDeps, perform, type Scene } from '../corridor/perform.ts'
import { type InboundEvent, inboundEventSchema } from '../platform/events.ts'
import type { Store } from '../store/store.ts'
import { inTransaction, type Tx } from '../store/transaction.ts'
import { type AnswerDeps, answer } from './answer.ts'
import { apology, told } from './answers.ts'
import type { People } from './doors.ts'

export interface HandleDeps extends PerformDeps, AnswerDeps {
  readonly store: Store
  readonly clock: Clock
  readonly people: People
}

/**
 * Handles events in the order of their conversation, each in one transaction with everything that follows from it:
 * rows, deliveries, jobs, and the erasing of the text. A crash before the commit costs nothing, the event is run again.
 */
export async function handle(deps: HandleDeps, ids: readonly string[]): Promise<void> {
  const rows = await deps.store.query<{ id: bigint; conversation: string; payload: unknown }>(
    `SELECT "id", "conversation", "payload" FROM "InboundEvent" WHERE "id" = ANY($1::bigint[]) AND "state" = 'pending' ORDER BY "id"`,
    [ids],
  )
  const idle = rows.filter(row => isSmallTalk(deps, row.payload))
  await forget(
    deps,
    idle.map(row => row.id),
  )
  const passed = new Set(idle.map(row => row.id))
  for (const row of rows) if (!passed.has(row.id)) await handleUpTo(deps, row.conversation, row.id)
}

/** An ordinary group message that nothing listens to: it is forgotten at once, without a transaction of its own. */
function isSmallTalk(deps: HandleDeps, payload: unknown): boolean {
  const { data: event } = inboundEventSchema.safeParse(payload)
  if (event?.body.kind !== 'message' || event.place.kind === 'direct') return false
  return deps.read(event.body).kind === 'nothing'
}

async function forget(deps: HandleDeps, ids: readonly bigint[]): Promise<void> {
  if (ids.length === 0) return
  await deps.store.query(
    `UPDATE "InboundEvent" SET "state" = 'handled', "payload" = NULL, "handledAt" = $2
     WHERE "id" = ANY($1::bigint[]) AND "state" = 'pending'`,
    [ids.map(String), deps.clock.now()],
  )
}

/** Handles this event, and before it any earlier one of the same conversation that is still waiting. */
async function handleUpTo(deps: HandleDeps, conversation: string, last: bigint): Promise<void> {
  for (;;) {
    const done = await handleNext(deps, conversation, last)
    if (done) return
  }
}

interface Taken {
  readonly id: bigint
  readonly payload: unknown
}

/**
 * Takes the next waiting event of a conversation under its lock: it counts as handled, and its words are gone, unless the
 * transaction is rolled back. `FOR UPDATE` because whoever held the lock before us may have handled what we saw waiting
 * when we began to wait.
 */
async function take(deps: HandleDeps, tx: Tx, conversation: string, last: bigint): Promise<Taken | null> {
  const rows = await tx.$queryRaw<Taken[]>`
    WITH held AS MATERIALIZED (SELECT pg_advisory_xact_lock(hashtextextended(${conversation}, 0))),
    next AS MATERIALIZED (SELECT waiting.* FROM held, LATERAL (
      SELECT "id", "payload" FROM "InboundEvent"
      WHERE "state" = 'pending' AND "conversation" = ${conversation} AND "id" <= ${last}
      ORDER BY "id" LIMIT 1 FOR UPDATE) waiting)
    UPDATE "InboundEvent" event SET "state" = 'handled', "payload" = NULL, "handledAt" = ${deps.clock.now()}
    FROM next WHERE event."id" = next."id" RETURNING next."id", next."payload"`
  return rows[0] ?? null
}

interface Claimed {
  readonly id: bigint
  readonly event: InboundEvent
}

/** Answers whether nothing is left to do up to `last`. */
async function handleNext(deps: HandleDeps, conversation: string, last: bigint): Promise<boolean> {
  const attempt: { claimed: Claimed | null } = { claimed: null }
  try {
    return await inTransaction(deps.store, async tx => {
      const row = await take(deps, tx, conversation, last)
      if (row === null) return true
      const event = inboundEventSchema.safeParse(row.payload)
      if (!event.success) {
        deps.log.error({ inboundId: String(row.id) }, 'stored event is in no shape that this version knows')
        await tx.inboundEvent.update({ where: { id: row.id }, data: { state: 'failed' } })
        return row.id === last
      }
      attempt.claimed = { id: row.id, event: event.data }
      await inScene(deps, tx, attempt.claimed, ctx => answer(deps, ctx, event.data))
      return row.id === last
    })
  } catch (error) {
    if (attempt.claimed === null || isPassing(error)) throw error
    await giveAnswer(deps, attempt.claimed, error)
    return attempt.claimed.id === last
  }
}

/** The event's own work was rolled back; what is left is to tell the person, once, and to go on with the next. */
async function giveAnswer(deps: HandleDeps, failed: Claimed, error: unknown): Promise<void> {
  const reference = error instanceof UserError ? null : newReference()
  await inTransaction(deps.store, async tx => {
    if (!(await giveUp(deps, tx, failed.id, reference))) return
    await inScene(deps, tx, failed, async ctx =>
      ctx.say({
        to: { reply: 'private' },
        lane: 'reply',
        purpose: 'inbox.failed',
        content: error instanceof UserError ? told(ctx.lang, error) : apology(ctx.lang, reference ?? ''),
      }),
    )
  })
  if (reference !== null)
    deps.log.error({ err: error, reference, inboundId: String(failed.id) }, 'message could not be handled')
}

/** Settles an event that is not tried again; false when somebody else has settled it. Without a reference it was no fault. */
async function giveUp(deps: HandleDeps, tx: Tx, id: bigint, reference: string | null): Promise<boolean> {
  const state = reference === null ? 'handled' : 'failed'
  const settled = await tx.$executeRaw`
    UPDATE "InboundEvent" SET "state" = ${state}, "payload" = NULL, "handledAt" = ${deps.clock.now()}, "reference" = ${reference}
    WHERE "id" = ${id} AND "state" = 'pending'`
  return settled === 1
}

async function inScene(
  deps: HandleDeps,
  tx: Tx,
  { id, event }: Claimed,
  work: (ctx: PersonContext) => Promise<void>,
): Promise<void> {
  const now = deps.clock.now()
  const { platform, author, place } = event
  const person = await deps.people.identify(tx, { platform, accountId: author.accountId, ...named(author.name) }, now)
  const channel =
    place.kind === 'group'
      ? await deps.people.channelFor(tx, { platform, externalId: place.channelId, ...named(place.name) })
      : null
  const { team, actor } = await deps.people.resolveActor(tx, { personId: person.personId, channel }, now)
  const where = channel === null ? ({ kind: 'direct' } as const) : ({ kind: 'group', channelId: channel.id } as const)
  const scene: Scene = { now, team, actor, place: where, lang: actor.lang, occasion: `event:${id}` }
  await perform(deps, tx, scene, ctx => work({ ...ctx, actor, place: where }))
}

const named = (name: string | undefined): { name?: string } => (name === undefined ? {} : { name })

/** Faults of the database that may be gone in a moment: the event stays and is run again. Prisma's codes. */
const passing: ReadonlySet<string> = new Set([
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  'P2034',
  'P2037',
  'ECONNREFUSED',
  'ECONNRESET',
])

function isPassing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && passing.has(String(error.code))
}
