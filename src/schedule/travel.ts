import type { MovableClock } from '../base/clock.ts'
import { UserError } from '../base/errors.ts'
import type { Store } from '../store/store.ts'
import type { Tx } from '../store/transaction.ts'
import { nextDue } from './due.ts'

export interface TravelDeps {
  readonly store: Store
  readonly clock: MovableClock
  /** Puts what is due into the queue and runs until all is settled. */
  catchUp(): Promise<void>
  /** The next moment after `now` at which a message that waits may be sent. */
  nextSending(db: Tx, now: Date): Promise<Date | null>
}

export const clockOffsetKey = 'clock.offset'

/**
 * Moves the team's time to `target`, stopping at every due moment on the way, in order, and working it off there.
 * The distance to real time is kept, so that a restart does not throw the team back.
 * @throws UserError `clock.backwards`
 */
export async function travelTo(deps: TravelDeps, target: Date): Promise<void> {
  await followTime(deps)
  if (target < deps.clock.now()) {
    throw new UserError('clock.backwards', { zh: '时钟只能向前走。', en: 'The clock only moves forward.' })
  }
  await deps.catchUp()
  for (;;) {
    const next = await nextMoment(deps, deps.clock.now())
    if (next === null || next > target) break
    deps.clock.moveTo(next)
    await keepOffset(deps.store.prisma, deps.clock.offset)
    await deps.catchUp()
  }
  deps.clock.moveTo(target)
  await keepOffset(deps.store.prisma, deps.clock.offset)
  await deps.catchUp()
}

async function nextMoment(deps: TravelDeps, now: Date): Promise<Date | null> {
  const slot = await nextDue(deps.store.prisma, now)
  const sending = await deps.nextSending(deps.store.prisma, now)
  if (slot === null) return sending
  return sending !== null && sending < slot.at ? sending : slot.at
}

/** Remembers how far the clock was moved, in milliseconds. Of several processes that move it at once, the farthest counts. */
async function keepOffset(db: Tx, value: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "Installation" AS i ("key", "value") VALUES (${clockOffsetKey}, to_jsonb(${value}::float8))
    ON CONFLICT ("key") DO UPDATE SET "value" = excluded."value" WHERE i."value"::float8 < ${value}::float8`
}

/** How far the clock was moved before, in milliseconds. */
export async function keptOffset(db: Tx): Promise<number> {
  const row = await db.installation.findUnique({ where: { key: clockOffsetKey } })
  return typeof row?.value === 'number' ? row.value : 0
}

/** Lets this process's clock follow where another process on the same database has moved it. */
export async function followTime({ store, clock }: Pick<TravelDeps, 'store' | 'clock'>): Promise<void> {
  // An embedded database has no other process.
  if (store.kind === 'postgresql') clock.follow(await keptOffset(store.prisma))
}
