import type { Jobs } from '../engine/queues.ts'
import type { Tx } from '../store/transaction.ts'

/** The schedules that are due, oldest first. */
export async function dueSchedules(db: Tx, now: Date): Promise<readonly Jobs['slots'][]> {
  return db.scheduledJob.findMany({
    where: { nextAt: { lte: now } },
    orderBy: [{ nextAt: 'asc' }, { teamId: 'asc' }, { job: 'asc' }, { arg: 'asc' }],
    select: { teamId: true, job: true, arg: true },
  })
}

/** The next moment after `now` at which any schedule is due, and what that is. */
export async function nextDue(db: Tx, now: Date): Promise<{ at: Date; job: string; teamId: string } | null> {
  const row = await db.scheduledJob.findFirst({
    where: { nextAt: { gt: now } },
    orderBy: [{ nextAt: 'asc' }, { job: 'asc' }],
  })
  return row === null ? null : { at: row.nextAt, job: row.job, teamId: row.teamId }
}
