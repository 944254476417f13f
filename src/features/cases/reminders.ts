import type { LocalDate } from '../../calendar/dates.ts'
import { atLeast } from '../../context.ts'
import type { TeamMember } from '../team/members.ts'
import { type Case, maySee } from './case.ts'
import { daysOver, isReminderDay, type Presence } from './days-there.ts'

/** What one person hears in the morning, in one message. */
export interface Reminder {
  readonly member: TeamMember
  /** One's own that are due or overdue. */
  readonly own: readonly Case[]
  /** Of others, long overdue or without anybody: for managers, each once. */
  readonly late: readonly Case[]
  /** All others that are open, where the team wants that. */
  readonly open: readonly Case[]
}

export interface Morning {
  readonly today: LocalDate
  readonly members: readonly TeamMember[]
  readonly managers: readonly TeamMember[]
  /** Of everybody who owns something that is due. */
  readonly presence: ReadonlyMap<string, Presence>
  /** The team's own workdays count for managers: a customer waits also while the owner is away. */
  readonly team: Presence
  /** What is open and due by today, and all that is open where the team wants it listed. */
  readonly due: readonly Case[]
  readonly open: readonly Case[]
  /** 0 for never. */
  readonly escalateDays: number
}

/** Who is reminded of what that day; nobody of nothing. */
export function remindersOf(morning: Morning): readonly Reminder[] {
  return morning.members
    .map(member => reminderOf(morning, member))
    .filter(({ own, late, open }) => own.length + late.length + open.length > 0)
}

function reminderOf(morning: Morning, member: TeamMember): Reminder {
  const { today, due, open, managers } = morning
  const { memberId, role } = member
  const presence = morning.presence.get(memberId)
  const own = due.filter(it => it.ownerId === memberId && presence && isReminderDay(presence, it.dueOn ?? today, today))
  const isManager = managers.some(manager => manager.memberId === memberId)
  const late = isManager ? due.filter(it => it.ownerId !== memberId && isForManagers(morning, it)) : []
  const told = new Set([...own, ...late].map(({ id }) => id))
  const others = open.filter(it => !told.has(it.id) && it.ownerId !== memberId && maySee(it, { memberId, role }))
  return { member, own, late, open: atLeast(role, 'lead') ? others : [] }
}

function isForManagers({ members, team, today, escalateDays }: Morning, { ownerId, dueOn, toldAt }: Case): boolean {
  if (toldAt !== null || dueOn === null) return false
  if (!members.some(({ memberId }) => memberId === ownerId)) return true
  return escalateDays > 0 && daysOver(team, dueOn, today) >= escalateDays
}
