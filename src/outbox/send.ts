import { type Clock, systemClock } from '../base/clock.ts'
import { newId } from '../base/ids.ts'
import type { Log } from '../base/log.ts'
import type { Adapter, Surface } from '../platform/adapter.ts'
import type { PlatformId } from '../platform/events.ts'
import type { Store } from '../store/store.ts'
import type { Tx } from '../store/transaction.ts'
import { choose } from './choose.ts'
import { conclude, deliver } from './deliver.ts'
import type { Head } from './delivery.ts'
import { destinationOf } from './destinations.ts'
import { hasDue } from './due.ts'
import { releaseLease, takeLease } from './lease.ts'
import type { RefusedMail } from './mail-addresses.ts'
import { type Bucket, takeTurn } from './pace.ts'
import { HEADS, headsOf, type Settlement, settle } from './store.ts'
import { sharedTurn } from './turn.ts'
import { type Destination, type SurfacesOf, surfaceKindOf, type Way, waysTo } from './ways.ts'

export interface Outbox {
  readonly store: Store
  /** The team's time, which a person may move: what is due and what is stale goes by it. */
  readonly clock: Clock
  /** Real time: the platforms' limits go by it. */
  readonly machine?: Clock
  readonly adapters: ReadonlyMap<PlatformId, Adapter>
  /** Whether only another process can speak on a platform; unless told, we can on all. */
  readonly isElsewhere?: (platform: PlatformId) => boolean
  readonly log: Log
  /** Names this process among those on the same database. */
  readonly owner: string
  /** From 0 up to 1. */
  readonly random: () => number
  /** Hears of a mail that was refused, in the transaction that gives it up. */
  readonly mailRefused?: (tx: Tx, refused: RefusedMail) => Promise<void>
}

/** When to come back, in the clock's time, now included; null when nothing waits here for its turn or a further try. */
export interface Drained {
  readonly next: Date | null
  /** What waits here is for the process that can say it. */
  readonly isLeft: boolean
}

/**
 * Sends what is due in one conversation, in order, and returns when that is done or all must wait. Any number of callers
 * may do this at once, in any number of processes: one sends, the others return. A message that fails never stops the
 * next; only the database's own errors are thrown, after which another call goes on from where this one stood.
 */
export async function drainConversation(outbox: Outbox, conversation: string): Promise<Drained> {
  const holder = `${outbox.owner}/${newId()}`
  const db = outbox.store.prisma
  const lease = await takeLease(db, conversation, holder)
  if (!lease) return { next: null, isLeft: false }
  const run: Run = { outbox, conversation, holder, bucket: lease.bucket, leasedAt: machineNow(outbox).getTime() }
  let next: Date | 'elsewhere' | null
  try {
    next = await drain(run)
  } finally {
    await releaseLease(db, conversation, holder, run.bucket)
  }
  if (next === 'elsewhere') return { next: null, isLeft: true }
  // Whoever wrote a delivery after our last look, and before we let go, found the conversation taken and left it to us.
  // It is for another call, as other conversations wait too: one that never falls silent would keep them waiting.
  const now = outbox.clock.now()
  return { next: next ?? ((await hasDue(db, conversation, now)) ? now : null), isLeft: false }
}

/** One holder's turn at a conversation. */
interface Run {
  readonly outbox: Outbox
  readonly conversation: string
  readonly holder: string
  bucket: Bucket | null
  leasedAt: number
}

/** The lease is renewed when it has become this old, in milliseconds. */
const RENEW_AFTER = 10_000

async function drain(run: Run): Promise<Date | 'elsewhere' | null> {
  const { outbox, conversation } = run
  const db = outbox.store.prisma
  while (await keepLease(run)) {
    const now = outbox.clock.now()
    const heads = await headsOf(db, conversation, now)
    const { expired, merged, due, heldUntil } = choose(heads, now)
    const those = (ids: readonly string[]) => heads.filter(({ id }) => ids.includes(id))
    await settle(db, those(expired), { state: 'expired' })
    await settle(db, those(merged), { state: 'merged' })
    if (heldUntil) return heldUntil
    const result = await sendAll(run, due)
    if (result.wait === 'elsewhere') return result.wait
    if (result.wait !== null) return new Date(now.getTime() + result.wait)
    if (!result.lookAgain && heads.length < HEADS) return null
  }
  return null
}

interface Progress {
  /** Milliseconds until the next turn, when it is not ours yet; `elsewhere` when it never is. */
  readonly wait: number | 'elsewhere' | null
  /** What was sent leaves more to do, or to wait for, than was seen before. */
  readonly lookAgain: boolean
}

async function sendAll(run: Run, due: readonly Head[]): Promise<Progress> {
  for (const head of due) {
    const outcome = await sendOne(run, head)
    if ('wait' in outcome) return { wait: outcome.wait, lookAgain: false }
    if (leavesMore.has(outcome.state)) return { wait: null, lookAgain: true }
    if (!(await keepLease(run))) break
  }
  return { wait: null, lookAgain: false }
}

const leavesMore: ReadonlySet<Settlement['state']> = new Set(['begun', 'again', 'lost'])

function machineNow({ machine = systemClock }: Outbox): Date {
  return machine.now()
}

async function keepLease(run: Run): Promise<boolean> {
  const now = machineNow(run.outbox).getTime()
  if (now - run.leasedAt < RENEW_AFTER) return true
  run.leasedAt = now
  return (await takeLease(run.outbox.store.prisma, run.conversation, run.holder)) !== null
}

/** Sends one part of one delivery and settles it, unless its turn has not come yet. */
async function sendOne(run: Run, head: Head): Promise<Settlement | { readonly wait: number | 'elsewhere' }> {
  const { outbox, conversation } = run
  const db = outbox.store.prisma
  const surfacesOf: SurfacesOf = platform => outbox.adapters.get(platform)?.surfaces
  const destination = await destinationOf(db, head)
  const ways = destination ? waysTo(destination, surfacesOf, head.lane === 0) : []
  const [best] = ways
  if (!destination || !best) {
    outbox.log.warn({ delivery: head.id }, 'delivery has no way to its reader')
    return conclude({ db }, head, { state: 'failed', note: 'unreachable: no account or channel to send it to' })
  }
  if (ways.some(({ platform }) => outbox.isElsewhere?.(platform))) return { wait: 'elsewhere' }
  const wait = await takeTurnOn(run, { destination, way: best, leavesTrace: !head.traceless }, surfacesOf)
  if (wait !== null) return { wait }
  return deliver({ ...outbox, db, surfacesOf, conversation }, head, destination, ways)
}

interface Wanted {
  readonly destination: Destination
  readonly way: Way
  /** Else not even the moment is kept at which somebody was spoken to, so it does not count in their own pace. */
  readonly leavesTrace: boolean
}

/** The milliseconds until the best way is free, or null when its turn was taken. Another way is rare and not paced. */
async function takeTurnOn(
  run: Run,
  { destination, way, leavesTrace }: Wanted,
  surfacesOf: SurfacesOf,
): Promise<number | null> {
  const pace = surfacesOf(way.platform)?.[surfaceKindOf(way.name)].pace
  if (!pace) return null
  const now = machineNow(run.outbox)
  const shared = sharedPaceOf(destination, way, pace)
  if (!leavesTrace && shared !== null && pace.scope !== 'robot') return null
  const turn =
    shared === null
      ? takeTurn(run.bucket, pace.perMinute, now, pace.burst)
      : await sharedTurn(run.outbox.store, shared, pace, now)
  if (!turn.go) return turn.wait
  if (shared === null && leavesTrace) run.bucket = turn.bucket
  return null
}

/**
 * Names a pace that is not this conversation's own: the robot's as a whole, or that of somebody's direct chat, where a group
 * does not whisper and each of its members is answered there. A group's own pace would make the twentieth wait for a minute.
 * So has each of their chats who has several: what was said on one platform takes nothing from another.
 */
function sharedPaceOf(
  destination: Destination,
  { name, platform, address }: Way,
  { scope }: Surface['pace'],
): string | null {
  if (scope === 'robot') return `robot:${platform}`
  if (name !== 'direct' || address.kind !== 'direct') return null
  const isOwn = destination.kind === 'person' && destination.reader.accounts.length === 1
  return isOwn ? null : `direct:${platform}:${address.accountId}`
}
