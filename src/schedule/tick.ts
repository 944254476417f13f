import cron from 'node-cron'
import type { MovableClock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { Engine } from '../engine/engine.ts'
import { dropDrawn } from '../store/pictures.ts'
import type { Store } from '../store/store.ts'
import { inTransaction, type Tx } from '../store/transaction.ts'
import { dueSchedules } from './due.ts'
import { followTime } from './travel.ts'

export interface TickDeps {
  readonly store: Store
  readonly engine: Engine
  readonly clock: MovableClock
  readonly log: Log
  /** Conversations with something to send whose wake-up was lost with a process. */
  dueConversations(db: Tx, now: Date): Promise<readonly string[]>
}

const minute = 60_000
const keepMinutesFor = 60 * minute

/** Whose slots the clock's own minutes are. */
const noTeam = '00000000-0000-0000-0000-000000000000'

const lateTickTolerance = 30_000

/** Finds everything that is due and puts it into the queue. Doing it twice is harmless: what is done is not due any more. */
export async function tick(deps: TickDeps): Promise<void> {
  await followTime(deps)
  const now = deps.clock.now()
  await inTransaction(deps.store, async tx => {
    await deps.engine.enqueue(tx, 'slots', await dueSchedules(tx, now))
    const conversations = await deps.dueConversations(tx, now)
    await deps.engine.enqueue(
      tx,
      'outbox',
      conversations.map(conversation => ({ conversation })),
    )
    await deps.engine.enqueue(tx, 'inbox', await forgottenEvents(tx, now))
    await tx.slot.deleteMany({ where: { teamId: noTeam, at: { lt: new Date(Date.now() - keepMinutesFor) } } })
  })
}

/** Events that have waited long: their job gave up, or was lost with a database that was restored. */
async function forgottenEvents(tx: Tx, now: Date): Promise<readonly { ids: readonly string[] }[]> {
  const rows = await tx.inboundEvent.findMany({
    where: { state: 'pending', receivedAt: { lt: new Date(now.getTime() - 5 * minute) } },
    orderBy: { id: 'asc' },
    take: 200,
    select: { id: true },
  })
  return rows.length === 0 ? [] : [{ ids: rows.map(row => String(row.id)) }]
}

/**
 * Of several processes on one database exactly one takes each minute: the one whose slot is there first.
 * @param key as node-cron makes it: the name of the task, a colon, and the minute in ISO.
 */
export async function takeMinute(store: Store, key: string): Promise<boolean> {
  const [, task = '', at = ''] = /^(\w+):(.+)$/.exec(key) ?? []
  const taken = await store.prisma.slot.createMany({
    data: [{ job: `clock.${task}`, teamId: noTeam, at: new Date(at), outcome: 'ran', claimedAt: new Date() }],
    skipDuplicates: true,
  })
  return taken.count === 1
}

const keepDrawnFor = 90 * 24 * 60 * minute

async function maintain(store: Store): Promise<void> {
  await dropDrawn(store, new Date(Date.now() - keepDrawnFor))
  await store.maintain()
}

export interface ClockDoor {
  stop(): Promise<void>
}

/** The clock door: node-cron wakes us each minute, and once an hour to tidy the database. */
export function openClockDoor(deps: TickDeps): ClockDoor {
  const guarded = (what: string, work: () => Promise<void>) => async () => {
    try {
      await work()
    } catch (error) {
      deps.log.error({ err: error, what }, 'clock door failed; the next minute tries again')
    }
  }
  const options = {
    distributed: true,
    noOverlap: true,
    missedExecutionTolerance: lateTickTolerance,
    suppressMissedWarning: true,
    runCoordinator: { shouldRun: (key: string) => takeMinute(deps.store, key) },
  }
  const ticking = cron.schedule(
    '* * * * *',
    guarded('tick', () => tick(deps)),
    { ...options, name: 'tick' },
  )
  const tidying = cron.schedule(
    '17 * * * *',
    guarded('maintain', () => maintain(deps.store)),
    { ...options, name: 'maintain' },
  )
  return {
    async stop() {
      await ticking.destroy()
      await tidying.destroy()
    },
  }
}
