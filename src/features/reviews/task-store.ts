import type { LocalDate } from '../../calendar/dates.ts'
import type { Tx } from '../../store/transaction.ts'
import type { Task } from './task.ts'

/** So many of a member's tasks are shown; older ones stay in their data. */
const MOST = 20

export async function insertTask(tx: Tx, task: Task, now: Date): Promise<void> {
  await tx.planTask.create({ data: { ...task, createdAt: now } })
}

/** A member's latest tasks that were not dropped, the oldest first: so each keeps its number while the plan grows. */
export async function tasksOf(tx: Tx, memberId: string): Promise<readonly Task[]> {
  const where = { memberId, droppedOn: null }
  const rows = await tx.planTask.findMany({ where, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: MOST })
  return rows.toReversed()
}

export function taskById(tx: Tx, id: string): Promise<Task | null> {
  return tx.planTask.findUnique({ where: { id } })
}

export async function endTask(tx: Tx, id: string, change: Partial<Pick<Task, 'doneOn' | 'droppedOn'>>): Promise<void> {
  await tx.planTask.updateMany({ where: { id, doneOn: null, droppedOn: null }, data: change })
}

/** What is open in a team and due by that day, the earliest first. */
export function openTasks(tx: Tx, teamId: string, until: LocalDate): Promise<readonly Task[]> {
  return tx.planTask.findMany({
    where: { teamId, doneOn: null, droppedOn: null, dueOn: { lte: until } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
}
