import { isMoment, nextOf, type Timing, timingSchema } from '../calendar/timing.ts'
import type { Team } from '../context.ts'
import type { Job } from '../features/feature.ts'
import type { Tx } from '../store/transaction.ts'

interface Wanted {
  readonly job: string
  readonly arg: string
  readonly timing: Timing
}

const keyOf = (row: { job: string; arg: string }): string => `${row.job} ${row.arg}`

/**
 * Derives when each job of a team is due next, or `only` that job. A slot that is due already and has not run keeps its place
 * as long as its schedule is the same; a schedule that is new or changed begins after `now`, so that a change never runs the
 * past. A single moment is due even if it has passed: whoever asked for it waits for it.
 */
export async function reschedule(tx: Tx, jobs: readonly Job[], team: Team, now: Date, only?: string): Promise<void> {
  const wanted: Wanted[] = []
  for (const job of jobs) if (only === undefined || job.name === only) wanted.push(...(await timingsOf(job, tx, team)))
  const where = { teamId: team.id, ...(only !== undefined && { job: only }) }
  const rows = await tx.scheduledJob.findMany({ where })
  const known = new Map(rows.map(row => [keyOf(row), row]))
  await tx.scheduledJob.deleteMany({ where })
  const next = wanted.flatMap(({ job, arg, timing }) => {
    const row = known.get(keyOf({ job, arg }))
    const after = isMoment(timing) ? longAgo : whenLast(row, timing, now)
    const slot = nextOf(timing, team.zone, team.calendar, after)
    return slot === null ? [] : [{ teamId: team.id, job, arg, spec: timing, nextAt: slot.at }]
  })
  await tx.scheduledJob.createMany({ data: next })
}

const longAgo = new Date(0)

async function timingsOf(job: Job, tx: Tx, team: Team): Promise<readonly Wanted[]> {
  const schedules = await job.schedules(tx, team)
  const moments = (await job.moments?.(tx, team)) ?? []
  return [
    ...schedules.map(({ arg, spec }) => ({ job: job.name, arg, timing: spec })),
    ...moments.map(({ arg, at }) => ({ job: job.name, arg, timing: { moment: at.toISOString() } })),
  ]
}

function whenLast(row: { spec: unknown; nextAt: Date } | undefined, timing: Timing, now: Date): Date {
  const same = row !== undefined && isSame(timingSchema.safeParse(row.spec).data, timing)
  return same && row.nextAt <= now ? new Date(row.nextAt.getTime() - 1) : now
}

function isSame(one: Timing | undefined, other: Timing): boolean {
  return one !== undefined && JSON.stringify(one) === JSON.stringify(timingSchema.parse(other))
}
