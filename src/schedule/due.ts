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

/** The next moment after `now` at which a schedule is due, and what that is; the jobs in `without` do not count. */
export async function nextDue(
  db: Tx,
  now: Date,
  without: readonly string[] = [],
): Promise<{ at: Date; job: string; teamId: string } | null> {
  const row = await db.scheduledJob.findFirst({
    where: { nextAt: { gt: now }, job: { notIn: [...without] } },
    orderBy: [{ nextAt: 'asc' }, { job: 'asc' }],
  })
  return row === null ? null : { at: row.nextAt, job: row.job, teamId: row.teamId }
}
