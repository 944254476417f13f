import { Prisma } from '../../../prisma/client/client.ts'
import { lanes } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import type { Group } from './words/bind.ts'

/** The groups in which a team talks, the first one first. */
export async function groupsOf(tx: Tx, teamId: string): Promise<readonly Group[]> {
  const rows = await tx.channel.findMany({ where: { teamId }, orderBy: { id: 'asc' } })
  return rows.map(({ id, platform, name }) => ({ id, platform, name }))
}

/** The group has no team any more; what waits to be posted there, and is no answer, is not posted. */
export async function releaseGroup(tx: Tx, channelId: string, teamId: string): Promise<void> {
  await tx.channel.updateMany({ where: { id: channelId, teamId }, data: { teamId: null } })
  await tx.delivery.updateMany({
    where: {
      ...{ channelId, teamId, state: 'pending', receipts: { equals: Prisma.AnyNull } },
      lane: { not: lanes.indexOf('reply') },
    },
    data: { state: 'expired', lastError: 'the group belongs to the team no more' },
  })
}
