import type { Clock } from '../base/clock.ts'
import { type CatchUpDecision, catchUp } from '../calendar/catch-up.ts'
import type { Slot } from '../calendar/schedule.ts'
import { nextOf, slotsOf, timingSchema } from '../calendar/timing.ts'
import type { Team } from '../context.ts'
import { type PerformDeps, perform } from '../corridor/perform.ts'
import type { Jobs } from '../engine/queues.ts'
import type { Job } from '../features/feature.ts'
import type { Store } from '../store/store.ts'
import { inTransaction, type Tx } from '../store/transaction.ts'

export interface SlotDeps extends PerformDeps {
  readonly store: Store
  readonly clock: Clock
  readonly jobs: ReadonlyMap<string, Job>
  teamById(tx: Tx, id: string): Promise<Team | null>
}

interface Due {
  readonly team: Team
  readonly job: Job
  readonly decision: CatchUpDecision<Slot>
  /** When the schedule is due again after this slot; null when never. */
  readonly next: Date | null
}

/**
 * Runs every slot of one schedule that is due, oldest first, each claimed in the transaction of its effects: a slot that
 * is claimed has happened, and one whose work failed is not claimed and stays due.
 */
export async function runSlots(deps: SlotDeps, due: Jobs['slots']): Promise<void> {
  while (await inTransaction(deps.store, tx => runNextSlot(deps, tx, due, deps.clock.now()))) {
    // Each round ran or skipped one slot; the schedule moves on until its next slot lies in the future.
  }
}

/** Answers whether there was a slot to run or to skip. `now` tells what is due; the work is done for the slot's own time. */
export async function runNextSlot(deps: SlotDeps, tx: Tx, due: Jobs['slots'], now: Date): Promise<boolean> {
  const row = await lock(tx, due)
  if (row === null || row.nextAt > now) return false
  const team = await deps.teamById(tx, due.teamId)
  const job = deps.jobs.get(due.job)
  if (team === null || job === undefined) {
    await tx.scheduledJob.deleteMany({ where: due })
    return false
  }
  const found = look(team, job, row, now)
  if (found !== null) await claim(deps, tx, due, found, now)
  await advance(tx, { ...due, nextAt: row.nextAt }, found?.next ?? nextAfter(team, row.spec, now))
  return found !== null
}

async function lock(tx: Tx, due: Jobs['slots']): Promise<{ spec: unknown; nextAt: Date } | null> {
  const rows = await tx.$queryRaw<{ spec: unknown; nextAt: Date }[]>`
    SELECT "spec", "nextAt" FROM "ScheduledJob"
    WHERE "teamId" = ${due.teamId}::uuid AND "job" = ${due.job} AND "arg" = ${due.arg} FOR UPDATE`
  return rows[0] ?? null
}

function look(team: Team, job: Job, row: { spec: unknown; nextAt: Date }, now: Date): Due | null {
  const timing = timingSchema.parse(row.spec)
  const slots = slotsOf(timing, team.zone, team.calendar, new Date(row.nextAt.getTime() - 1), now)
  const [decision] = catchUp(slots, now, job.catchUp)
  if (decision === undefined) return null
  return { team, job, decision, next: nextAfter(team, row.spec, decision.slot.at) }
}

function nextAfter(team: Team, spec: unknown, after: Date): Date | null {
  return nextOf(timingSchema.parse(spec), team.zone, team.calendar, after)?.at ?? null
}

/** By the moment, too: the work itself may have set the next one, as a step of a ladder does. */
async function advance(tx: Tx, ran: Jobs['slots'] & { readonly nextAt: Date }, next: Date | null): Promise<void> {
  if (next === null) await tx.scheduledJob.deleteMany({ where: ran })
  else await tx.scheduledJob.updateMany({ where: ran, data: { nextAt: next } })
}

async function claim(deps: SlotDeps, tx: Tx, due: Jobs['slots'], found: Due, now: Date): Promise<void> {
  const { team, job, decision } = found
  const { at, date } = decision.slot
  const outcome = decision.run ? 'ran' : 'skipped'
  const reason = decision.reason === 'on-time' ? null : `${decision.reason}: ${decision.late} minutes late`
  const claimed = await tx.slot.createMany({
    data: [{ ...due, at, outcome, reason, claimedAt: now }],
    skipDuplicates: true,
  })
  if (claimed.count === 0) return
  if (!decision.run) {
    deps.log.warn({ ...due, at, reason }, 'slot skipped')
    return
  }
  const occasion = `slot:${due.job}:${due.teamId}:${due.arg}:${at.toISOString()}`
  const scene = { now: at, team, actor: null, place: null, lang: team.lang, occasion }
  await perform(deps, tx, scene, ctx => job.run({ ...ctx, team }, { at, date, arg: due.arg, ranAt: now }))
}
