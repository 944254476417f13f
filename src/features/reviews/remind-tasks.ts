import { addDays, daysBetween } from '../../calendar/dates.ts'
import { nextWorkday } from '../../calendar/workdays.ts'
import { toInstant } from '../../calendar/zone.ts'
import type { TeamContext } from '../../context.ts'
import type { SlotRun } from '../feature.ts'
import { nudge } from '../nudges/nudge.ts'
import { memberById } from '../team/members.ts'
import { isReminderDay } from './task.ts'
import { openTasks } from './task-store.ts'
import { remindTask, whyReminded } from './words/plan.ts'

/** Nobody's next workday is further away. Days. */
const FURTHEST = 14

/** Reminds owners, in private and by the manners of every nudge, of what is due or overdue. */
export async function remindTasks(ctx: TeamContext, slot: SlotRun): Promise<void> {
  const { tx, team } = ctx
  for (const task of await openTasks(tx, team.id, addDays(slot.date, FURTHEST))) {
    const owner = await memberById(tx, task.ownerId)
    if (!owner || owner.leftOn !== null) continue
    const next = nextWorkday(owner.calendar, slot.date, 'usual-week')
    const daysOver = daysBetween(task.dueOn, slot.date)
    if (!isReminderDay(task.dueOn, { today: slot.date, nextWorkday: next, daysOver })) continue
    await nudge(ctx, {
      member: owner,
      kind: 'reviews.task',
      content: remindTask({ task, daysOver }, owner.lang),
      reason: { words: whyReminded },
      expiresAt: toInstant(addDays(slot.date, 1), '00:00', team.zone),
      key: `reviews.task:${task.id}:${slot.date}`,
    })
  }
}
