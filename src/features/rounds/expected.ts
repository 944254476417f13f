import type { LocalDate } from '../../calendar/dates.ts'
import { type Leave, onLeave } from '../../calendar/leave.ts'
import { isWorkday } from '../../calendar/workdays.ts'
import { toLocal, type Zone } from '../../calendar/zone.ts'
import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { isAsked } from '../forms/asked.ts'
import type { FormDefinition } from '../forms/definition.ts'
import { leavesOf } from '../team/leaves.ts'
import { membersOf, type TeamMember } from '../team/members.ts'
import type { Occurrence } from './window.ts'

type Due = Pick<Occurrence, 'date' | 'dueAt'>

/** Who is to answer that round, the longest in the team first. */
export async function expectedMembers(
  tx: Tx,
  team: Team,
  definition: FormDefinition,
  round: Due,
): Promise<readonly TeamMember[]> {
  const members = await membersOf(tx, team, round.date)
  const ids = members.map(member => member.memberId)
  const leaves = await leavesOf(tx, ids, round.date, round.date)
  return members.filter(
    member => whetherExpected(definition, round, team.zone, member, leaves.get(member.memberId) ?? []) === 'expected',
  )
}

/** Whether the member is to answer the round, or why not. */
export type Expectation = 'expected' | 'not-asked' | 'not-in-team' | 'not-a-workday' | 'on-leave'

/**
 * Everybody whom the form asks, who is in the team that day, works it by their own calendar and is not away at the moment
 * when it is due: a morning off excuses from the plan, an afternoon off from the report.
 */
export function whetherExpected(
  definition: Pick<FormDefinition, 'members'>,
  { date, dueAt }: Due,
  zone: Zone,
  member: Pick<TeamMember, 'memberId' | 'role' | 'calendar' | 'joinedOn' | 'leftOn'>,
  leaves: readonly Leave[],
): Expectation {
  if (!isAsked(definition, member)) return 'not-asked'
  if (!isMemberOn(member, date)) return 'not-in-team'
  if (!isWorkday(member.calendar, date, 'usual-week')) return 'not-a-workday'
  return onLeave(leaves, date, toLocal(dueAt, zone).time) ? 'on-leave' : 'expected'
}

function isMemberOn({ joinedOn, leftOn }: Pick<TeamMember, 'joinedOn' | 'leftOn'>, date: LocalDate): boolean {
  return joinedOn <= date && (leftOn === null || date < leftOn)
}
