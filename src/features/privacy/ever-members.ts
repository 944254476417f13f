import type { Tx } from '../../store/transaction.ts'

/** Whoever is or was in the team. */
export interface EverMember {
  readonly memberId: string
  readonly personId: string
  readonly name: string
  readonly aliases: readonly string[]
}

export async function everMembers(tx: Tx, teamId: string): Promise<readonly EverMember[]> {
  const rows = await tx.member.findMany({ where: { teamId }, orderBy: [{ joinedOn: 'asc' }, { id: 'asc' }] })
  return rows.map(({ id, personId, name, aliases }) => ({ memberId: id, personId, name, aliases }))
}
