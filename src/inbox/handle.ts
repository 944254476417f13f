import type { Clock } from '../base/clock.ts'
import { UserError } from '../base/errors.ts'
import { newReference } from '../base/ids.ts'
import { withoutWords } from '../base/log.ts'
import type { Lang } from '../base/words.ts'
import type { PersonContext, Saying } from '../context.ts'
import { type PerformDeps, perform } from '../corridor/perform.ts'
import type { Store } from '../store/store.ts'
import { inTransaction, type Tx } from '../store/transaction.ts'
import { type AnswerDeps, answer } from './answer.ts'
import { apology, told } from './answers.ts'
import type { People } from './doors.ts'
import { isNews, keepNews } from './news.ts'
import { sceneOf } from './scene.ts'
import { isSmallTalk } from './small-talk.ts'
import {
  forget,
  giveUp,
  leaveNoTrace,
  plainConversations,
  type StoredEvent,
  storedEventSchema,
  takeNext,
  waitingAmong,
} from './store.ts'
import { isTraceless, type Unsay } from './traceless.ts'

export interface HandleDeps extends PerformDeps, AnswerDeps {
  readonly store: Store
  readonly clock: Clock
  readonly people: People
  /** Takes away what our own chat shows of an event that is to leave no trace. */
  readonly unsay: Unsay
  /** Resolves when nobody waits to be acknowledged, or nearly so. */
  giveWay(): Promise<void>
}

/**
 * Handles events in the order of their conversation, each in one transaction with everything that follows from it:
 * rows, deliveries, jobs, and the erasing of the text. A crash before the commit costs nothing, the event is run again.
 */
export async function handle(deps: HandleDeps, ids: readonly string[]): Promise<void> {
  const rows = await waitingAmong(deps.store, ids)
  if (rows.length === 0) return
  const plain = await plainConversations(deps.store)
  const attentive: HandleDeps = { ...deps, read: message => deps.read({ ...message, plain: true }) }
  const depsFor = (conversation: string) => (plain.has(conversation) ? attentive : deps)
  const idle = new Set(rows.filter(row => talks(depsFor(row.conversation), row.payload)).map(row => row.id))
  await forget(deps.store, [...idle], deps.clock.now())
  for (const row of rows) if (!idle.has(row.id)) await handleUpTo(depsFor(row.conversation), row.conversation, row.id)
}

function talks(deps: HandleDeps, payload: unknown): boolean {
  const { data: event } = storedEventSchema.safeParse(payload)
  return event !== undefined && event.overheard === undefined && isSmallTalk(deps.read, event)
}

/** Handles this event, and before it any earlier one of the same conversation that is still waiting. */
async function handleUpTo(deps: HandleDeps, conversation: string, last: bigint): Promise<void> {
  for (;;) {
    await deps.giveWay()
    const done = await handleNext(deps, conversation, last)
    if (done) return
  }
}

interface Claimed {
  readonly id: bigint
  readonly event: StoredEvent
}

/** Answers whether nothing is left to do up to `last`. */
async function handleNext(deps: HandleDeps, conversation: string, last: bigint): Promise<boolean> {
  const attempt: { claimed: Claimed | null } = { claimed: null }
  try {
    return await inTransaction(deps.store, async tx => {
      const row = await takeNext(tx, conversation, last, deps.clock.now())
      if (row === null) return true
      const event = storedEventSchema.safeParse(row.payload)
      if (!event.success) {
        deps.log.error({ inboundId: String(row.id) }, 'stored event is in no shape that this version knows')
        await tx.inboundEvent.update({ where: { id: row.id }, data: { state: 'failed' } })
        return row.id === last
      }
      attempt.claimed = { id: row.id, event: event.data }
      if (await forgetTraceless(deps, tx, attempt.claimed)) await takeIn(deps, tx, attempt.claimed)
      return row.id === last
    })
  } catch (error) {
    if (attempt.claimed === null || isPassing(error)) throw error
    await giveAnswer(deps, attempt.claimed, error)
    return attempt.claimed.id === last
  }
}

/**
 * The event's own work was rolled back; what is left is to tell the person, once, and to go on with the next. Where even
 * that cannot be done it is given up in silence, or it would hold its conversation for ever.
 */
async function giveAnswer(deps: HandleDeps, failed: Claimed, error: unknown): Promise<void> {
  const reference = error instanceof UserError ? null : newReference()
  if (reference !== null) {
    deps.log.error(
      { fault: withoutWords(error), reference, inboundId: String(failed.id) },
      'message could not be handled',
    )
    if (!isTraceless(deps, failed.event))
      deps.log.debug({ err: error, reference }, 'what the fault says, which may quote a member')
  }
  const tell = (ctx: PersonContext) => ctx.say(answerTo(error, ctx.lang, reference))
  try {
    await inTransaction(deps.store, async tx => {
      const isOurs = await giveUp(tx, failed.id, reference, deps.clock.now())
      if (isOurs) await forgetTraceless(deps, tx, failed)
      if (isOurs && asks(failed.event)) await inScene(deps, tx, failed, async ctx => tell(ctx))
    })
  } catch (unanswerable) {
    if (isPassing(unanswerable)) throw unanswerable
    deps.log.error(
      { fault: withoutWords(unanswerable), reference, inboundId: String(failed.id) },
      'nor could it be answered',
    )
    await inTransaction(deps.store, async tx => {
      const isOurs = await giveUp(tx, failed.id, reference ?? newReference(), deps.clock.now())
      if (isOurs) await forgetTraceless(deps, tx, failed)
    })
  }
}

/** Whoever asked nothing of us is not told that it could not be done. */
function asks(event: StoredEvent): boolean {
  return event.overheard === undefined && !isNews(event)
}

function answerTo(error: unknown, lang: Lang, reference: string | null): Saying {
  const content = error instanceof UserError ? told(lang, error) : apology(lang, reference ?? '')
  return { to: { reply: 'private' }, lane: 'reply', purpose: 'inbox.failed', content }
}

async function takeIn(deps: HandleDeps, tx: Tx, claimed: Claimed): Promise<void> {
  const { id, event } = claimed
  if (isNews(event)) return keepNews(deps, tx, event, { now: deps.clock.now(), occasion: `event:${id}` })
  await inScene(deps, tx, claimed, ctx => answer(deps, ctx, event))
}

/** Answers false for what had left no trace and came again. */
async function forgetTraceless(deps: HandleDeps, tx: Tx, { id, event }: Claimed): Promise<boolean> {
  if (!isTraceless(deps, event)) return true
  await deps.unsay(tx, event)
  return leaveNoTrace(tx, id, event, deps.clock.now())
}

async function inScene(
  deps: HandleDeps,
  tx: Tx,
  { id, event }: Claimed,
  work: (ctx: PersonContext) => Promise<void>,
): Promise<void> {
  const scene = await sceneOf(deps, tx, event, {
    ...{ now: deps.clock.now(), occasion: `event:${id}` },
    ...(isTraceless(deps, event) && { traceless: true }),
  })
  const { actor, place } = scene
  await perform(deps, tx, scene, ctx => work({ ...ctx, actor, place }))
}

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
