import type { Tx } from '../../../store/transaction.ts'

/** What the rules of a team are called, by their ids; also those that are off. */
export async function ruleKeys(tx: Tx, teamId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.rule.findMany({ where: { teamId }, select: { id: true, key: true } })
  return new Map(rows.map(({ id, key }) => [id, key]))
}
