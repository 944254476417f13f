import { messageOf } from '../base/errors.ts'
import type { Content } from '../content/content.ts'
import { fit } from '../content/fit.ts'
import { lanes } from '../context.ts'
import type { AccountOf, Adapter, Lane, Receipt, SurfaceKind } from '../platform/adapter.ts'
import { PlatformError, type PlatformErrorKind } from '../platform/errors.ts'
import type { PlatformId } from '../platform/events.ts'
import type { Tx } from '../store/transaction.ts'
import type { Delivery } from './delivery.ts'
import { accountsOf } from './destinations.ts'
import { membersIn } from './members.ts'
import type { Attempt } from './plan.ts'
import { keepProgress, type Settlement } from './store.ts'
import { type Reader, surfaceKindOf, type Way } from './ways.ts'

export interface Exits {
  readonly db: Tx
  readonly adapters: ReadonlyMap<PlatformId, Adapter>
}

/**
 * Does one attempt: says the next part of a delivery, or revises what is there. Throws PlatformError when the platform
 * did not take it, and the database's own errors.
 */
export function perform(exits: Exits, delivery: Delivery, attempt: Attempt, now: Date): Promise<Settlement> {
  switch (attempt.do) {
    case 'say':
      return say(exits, delivery, attempt, now)
    case 'revise':
      return revise(exits, attempt, now)
    case 'nothing':
      return Promise.resolve({ state: 'merged' })
  }
}

export type Say = Extract<Attempt, { do: 'say' }>
type Revise = Extract<Attempt, { do: 'revise' }>

async function say(exits: Exits, delivery: Delivery, attempt: Say, now: Date): Promise<Settlement> {
  const { way, reader } = attempt
  const { platform, address } = way
  const adapter = adapterOf(exits, platform)
  const kind = surfaceKindOf(way.name)
  if (delivery.parts.length === 0) await recallFirst(adapter, delivery, way)
  const fitted = fit(attempt.content, adapter.surfaces[kind].canvas)
  const next = fitted[delivery.parts.length]
  if (!next) {
    if (delivery.parts.length > 0 || delivery.recalls !== null)
      return { state: 'sent', platform, parts: delivery.parts, at: now }
    return { state: 'failed', note: 'rejected: there is nothing in it to say' }
  }
  const payload = await draw(exits, adapter, next, kind, reader)
  const receipt = await guard('uncertain', () =>
    adapter.send({
      ...{ address, payload, lane: laneOf(delivery), ...nextPart(delivery) },
      ...(delivery.traceless && { traceless: true }),
      progress: { kept: delivery.progress.kept, keep: value => keepProgress(exits.db, delivery, value) },
    }),
  )
  return partIsOut(delivery, way, receipt, fitted.length, now)
}

/** Whoever was killed over it does it again: what is not there any more is taken back. */
async function recallFirst(adapter: Adapter, { recalls }: Delivery, { name, address }: Way): Promise<void> {
  if (recalls === null) return
  if (!adapter.surfaces[surfaceKindOf(name)].recallsOthers)
    throw new PlatformError('forbidden', 'What members say cannot be taken back there')
  await guard('unavailable', async () => adapter.recallSaid?.({ address, eventId: recalls }))
}

/**
 * Looks on the platform for the part that may be out already; null when it is not there. Throws PlatformError when the
 * platform cannot tell, or not now.
 */
export async function find(
  exits: Exits,
  delivery: Delivery,
  { way, content }: Say,
  now: Date,
): Promise<Settlement | null> {
  const adapter = adapterOf(exits, way.platform)
  if (!adapter.find) throw new PlatformError('unreachable', 'The platform cannot tell what arrived')
  const sought = {
    address: way.address,
    since: delivery.createdAt,
    kept: delivery.progress.kept,
    ...nextPart(delivery),
  }
  const receipt = await guard('unavailable', async () => adapter.find?.(sought) ?? null)
  const { canvas } = adapter.surfaces[surfaceKindOf(way.name)]
  return receipt && partIsOut(delivery, way, receipt, fit(content, canvas).length, now)
}

/** An index out of range was written by a later version; such a thing waits for nobody. */
function laneOf({ lane }: Delivery): Lane {
  return lanes[lane] ?? 'digest'
}

/** What names the part of a delivery whose turn it is. */
function nextPart({ id, parts }: Delivery) {
  const [first] = parts
  return { key: `${id}:${parts.length}`, ...(first && { after: first.receipt }) }
}

function partIsOut(delivery: Delivery, way: Way, receipt: Receipt, of: number, now: Date): Settlement {
  const { platform } = way
  const parts = [...delivery.parts, { way: way.name, receipt }]
  return parts.length < of ? { state: 'begun', platform, parts } : { state: 'sent', platform, parts, at: now }
}

/** Revises part by part. What grew is continued with new parts afterwards; what shrank has its last parts recalled. */
async function revise(exits: Exits, { platform, parts, content }: Revise, now: Date): Promise<Settlement> {
  const adapter = adapterOf(exits, platform)
  const kind = surfaceKindOf(parts[0]?.way ?? 'group')
  const { canvas, recalls } = adapter.surfaces[kind]
  const fitted = fit(content, canvas)
  const leftOver = parts.slice(fitted.length)
  if (leftOver.length > 0 && !recalls) throw new PlatformError('unreachable', 'A part too many cannot be recalled')
  for (const [index, { receipt }] of parts.slice(0, fitted.length).entries()) {
    const payload = await draw(exits, adapter, fitted[index] ?? content, kind, null)
    await guard('unavailable', async () => adapter.revise?.(receipt, payload))
  }
  for (const { receipt } of leftOver) await guard('unavailable', async () => adapter.recall?.(receipt))
  const kept = parts.slice(0, fitted.length)
  if (kept.length < fitted.length) return { state: 'begun', platform, parts: kept }
  return { state: 'sent', platform, parts: kept, at: now }
}

function adapterOf({ adapters }: Exits, platform: PlatformId): Adapter {
  const adapter = adapters.get(platform)
  if (!adapter) throw new PlatformError('unreachable', 'The platform is not connected')
  return adapter
}

async function draw(exits: Exits, adapter: Adapter, part: Content, kind: SurfaceKind, reader: Reader | null) {
  const accounts = await accountsOf(exits.db, adapter.platform, membersIn(part))
  const own = reader?.accounts.find(account => account.platform === adapter.platform)
  const accountOf: AccountOf = id => {
    const accountId = accounts.get(id) ?? (id === reader?.personId ? own?.accountId : undefined)
    return accountId === undefined ? null : { accountId }
  }
  return await guard('rejected', async () => adapter.render(part, kind, accountOf))
}

/** An adapter promises to throw only PlatformError; whatever else it throws is taken for `kind`. */
async function guard<T>(kind: PlatformErrorKind, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof PlatformError ? error : new PlatformError(kind, messageOf(error), { cause: error })
  }
}
