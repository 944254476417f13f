import type { Tx } from '../../store/transaction.ts'
import { withOutsiders } from './outsiders.ts'

/** Whether what is said to the team is heard anywhere: it has a group in which nobody from outside reads along. */
export async function hasOpenGroup(tx: Tx, teamId: string): Promise<boolean> {
  const channels = await tx.channel.findMany({ where: { teamId }, select: { id: true } })
  const ids = channels.map(({ id }) => id)
  return (await withOutsiders(tx, ids)).size < ids.length
}
