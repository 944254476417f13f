import type { Tx } from '../../store/transaction.ts'
import { memberNames } from '../team/members.ts'

/** Of these people, those whose accounts are all switched off; somebody without any account is not one of them. */
export async function switchedOff(tx: Tx, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  const accounts = await tx.account.findMany({
    where: { personId: { in: [...personIds] } },
    select: { personId: true, active: true },
  })
  const byPerson = Map.groupBy(accounts, ({ personId }) => personId)
  return new Set([...byPerson].filter(([, its]) => its.every(({ active }) => !active)).map(([personId]) => personId))
}

/** How often each of these people was called in their time of rest since then, in all their teams. */
export async function callsSince(
  tx: Tx,
  personIds: readonly string[],
  since: Date,
): Promise<ReadonlyMap<string, number>> {
  const members = await tx.member.findMany({
    where: { personId: { in: [...personIds] } },
    select: { id: true, personId: true },
  })
  const rows = await tx.urgentStep.groupBy({
    by: ['memberId'],
    where: { memberId: { in: members.map(({ id }) => id) }, resting: true, at: { gte: since } },
    _count: true,
  })
  const counts = new Map<string, number>()
  for (const { memberId, _count } of rows) {
    const person = members.find(({ id }) => id === memberId)?.personId
    if (person !== undefined) counts.set(person, (counts.get(person) ?? 0) + _count)
  }
  return counts
}

/** What members are called, also those who have left; nothing for nobody. */
export async function namesOf(tx: Tx, memberIds: Iterable<string>): Promise<(memberId: string | null) => string> {
  const names = await memberNames(tx, memberIds)
  return memberId => (memberId === null ? '' : (names.get(memberId) ?? ''))
}
