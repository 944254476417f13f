import type { Sealing } from '../../../base/sealing.ts'
import type { Tx } from '../../../store/transaction.ts'
import { type KeptTalk, openTalk } from './kept.ts'

const page = 500

/** The conversations of a team's groups, as the inbox calls them. */
async function conversationsOf(tx: Tx, teamId: string | null): Promise<readonly string[]> {
  const rows = await tx.channel.findMany({ where: { teamId }, select: { platform: true, externalId: true } })
  return rows.map(({ platform, externalId }) => `${platform}:${externalId}`)
}

/**
 * What was said in a team's groups since then, as far as it is kept, in the order in which it came; at most `most`, and a page
 * at a time. What this key does not open is left out, as is the talk of channels that went to another team.
 */
export async function* heardSince(
  tx: Tx,
  sealing: Sealing,
  of: { readonly teamId: string; readonly since: Date; readonly most: number },
): AsyncGenerator<KeptTalk> {
  const conversations = await conversationsOf(tx, of.teamId)
  let after = 0n
  for (let read = 0; read < of.most; read += page) {
    const rows = await tx.$queryRaw<{ id: bigint; heard: string }[]>`
      SELECT id, heard FROM "InboundEvent"
      WHERE heard IS NOT NULL AND conversation = ANY(${conversations}) AND id > ${after} AND "receivedAt" >= ${of.since}
      ORDER BY id LIMIT ${Math.min(page, of.most - read)}`
    for (const { heard } of rows) {
      const talk = openTalk(sealing, heard)
      if (talk !== null) yield talk
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < page) return
    after = BigInt(last.id)
  }
}

/** Erases what was kept of a team's talk before that moment; answers how much that was. */
export async function forgetHeard(tx: Tx, teamId: string, before: Date): Promise<number> {
  return forgetIn(tx, await conversationsOf(tx, teamId), before)
}

/** What was kept of one message. */
export async function forgetHeardOf(
  tx: Tx,
  { platform, eventId }: { readonly platform: string; readonly eventId: string },
): Promise<void> {
  await tx.inboundEvent.updateMany({ where: { platform, eventId }, data: { heard: null } })
}

/** What was kept in channels that are no team's any more: nobody may read it. */
export async function forgetOrphaned(tx: Tx): Promise<number> {
  return forgetIn(tx, await conversationsOf(tx, null), null)
}

async function forgetIn(tx: Tx, conversations: readonly string[], before: Date | null): Promise<number> {
  if (conversations.length === 0) return 0
  return tx.$executeRaw`
    UPDATE "InboundEvent" SET heard = NULL
    WHERE heard IS NOT NULL AND conversation = ANY(${conversations})
      AND (${before}::timestamp IS NULL OR "receivedAt" < ${before})`
}
