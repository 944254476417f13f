import { nextSlot, type ScheduleSpec, scheduleSpecSchema } from '../calendar/schedule.ts'
import type { Team } from '../context.ts'
import type { Job } from '../features/feature.ts'
import type { Tx } from '../store/transaction.ts'

interface Schedule {
  readonly job: string
  readonly arg: string
  readonly spec: ScheduleSpec
}

const keyOf = (row: { job: string; arg: string }): string => `${row.job} ${row.arg}`

/**
 * Derives when each job of a team is due next. A slot that is due already and has not run keeps its place as long as its
 * schedule is the same; a schedule that is new or changed begins after `now`, so that a change never runs the past.
 */
export async function reschedule(tx: Tx, jobs: readonly Job[], team: Team, now: Date): Promise<void> {
  const wanted: Schedule[] = []
  for (const job of jobs) {
    for (const { arg, spec } of await job.schedules(tx, team)) wanted.push({ job: job.name, arg, spec })
  }
  const rows = await tx.scheduledJob.findMany({ where: { teamId: team.id } })
  const known = new Map(rows.map(row => [keyOf(row), row]))
  await tx.scheduledJob.deleteMany({ where: { teamId: team.id } })
  const next = wanted.flatMap(schedule => {
    const row = known.get(keyOf(schedule))
    const same = row !== undefined && isSame(scheduleSpecSchema.safeParse(row.spec).data, schedule.spec)
    const after = same && row.nextAt <= now ? new Date(row.nextAt.getTime() - 1) : now
    const slot = nextSlot(schedule.spec, team.zone, team.calendar, after)
    return slot === null
      ? []
      : [{ teamId: team.id, job: schedule.job, arg: schedule.arg, spec: schedule.spec, nextAt: slot.at }]
  })
  await tx.scheduledJob.createMany({ data: next })
}

function isSame(one: ScheduleSpec | undefined, other: ScheduleSpec): boolean {
  return one !== undefined && JSON.stringify(one) === JSON.stringify(scheduleSpecSchema.parse(other))
}
