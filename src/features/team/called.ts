import type { Team } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { membersOf, type TeamMember } from './members.ts'

/**
 * Who is in the team now, with all that they go by: a mention arrives as the name of an account, which need not be what the
 * team calls its owner. These further names are for finding somebody, and are in `aliases`.
 */
export async function calledMembers(tx: Tx, team: Team): Promise<readonly TeamMember[]> {
  const members = await membersOf(tx, team)
  const personId = { in: members.map(member => member.personId) }
  const accounts = await tx.account.findMany({
    where: { personId, name: { not: null } },
    select: { personId: true, name: true },
  })
  const names = Map.groupBy(accounts, account => account.personId)
  return members.map(member => ({
    ...member,
    aliases: [...new Set([...member.aliases, ...(names.get(member.personId) ?? []).flatMap(({ name }) => name ?? [])])],
  }))
}
