import type { MemberContext } from '../../../context.ts'
import type { Tx } from '../../../store/transaction.ts'

/** What was changed about a metric, and what it was and is, as it could be typed. */
export interface Change {
  readonly field: string
  readonly before: string
  readonly after: string
}

export interface KeptChange extends Change {
  readonly changedBy: string
  readonly changedAt: Date
}

/** Keeps who changed what, and when. */
export async function keepChanges(
  { tx, team, actor, now }: MemberContext,
  metricId: string,
  changes: readonly Change[],
): Promise<void> {
  const facts = { teamId: team.id, metricId, changedBy: actor.personId, changedAt: now }
  await tx.metricChange.createMany({ data: changes.map(change => ({ ...facts, ...change })) })
}

/** The latest first. */
export async function readChanges(tx: Tx, metricId: string, most: number): Promise<readonly KeptChange[]> {
  return tx.metricChange.findMany({ where: { metricId }, orderBy: { id: 'desc' }, take: most })
}
