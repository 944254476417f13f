import type { Tx } from '../../store/transaction.ts'

/** An account as it is written down in a channel. */
export interface Presence {
  readonly channelId: string
  readonly platform: string
  readonly accountId: string
}

/** Replaces who is in a channel. One statement when nobody came or went. */
export async function replacePresence(
  tx: Tx,
  channelId: string,
  platform: string,
  accountIds: readonly string[],
): Promise<void> {
  const rows = await tx.channelAccount.findMany({ where: { channelId }, select: { accountId: true } })
  const before = new Set(rows.map(row => row.accountId))
  const after = new Set(accountIds)
  const gone = [...before].filter(id => !after.has(id))
  const come = [...after].filter(id => !before.has(id))
  if (gone.length > 0) await tx.channelAccount.deleteMany({ where: { channelId, accountId: { in: gone } } })
  if (come.length === 0) return
  await tx.channelAccount.createMany({
    data: come.map(accountId => ({ channelId, platform, accountId })),
    skipDuplicates: true,
  })
}

export async function addPresence(tx: Tx, presence: Presence): Promise<void> {
  await tx.channelAccount.createMany({ data: [presence], skipDuplicates: true })
}

/** Going from a channel ends no membership: people tidy up their lists of channels; an admin ends it, or they do by word. */
export async function removePresence(tx: Tx, presence: Presence): Promise<void> {
  await tx.channelAccount.deleteMany({ where: presence })
}

/** The channels of teams in which one of these accounts is. */
export async function teamChannelsWith(tx: Tx, platform: string, accountIds: readonly string[]): Promise<string[]> {
  if (accountIds.length === 0) return []
  const rows = await tx.channel.findMany({
    where: { teamId: { not: null }, presences: { some: { platform, accountId: { in: [...accountIds] } } } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(row => row.id)
}
