import type { Sealing } from '../../../base/sealing.ts'
import type { Tx } from '../../../store/transaction.ts'
import { type KeptTalk, openTalk } from './kept.ts'

const page = 500

/** Where something was said. */
interface Spot {
  readonly platform: string
  readonly channelId: string
}

/** The groups of a team, by what the inbox calls their conversations. */
async function spotsOf(tx: Tx, teamId: string | null): Promise<ReadonlyMap<string, Spot>> {
  const rows = await tx.channel.findMany({ where: { teamId }, select: { id: true, platform: true, externalId: true } })
  return new Map(
    rows.map(({ id, platform, externalId }) => [`${platform}:${externalId}`, { platform, channelId: id }] as const),
  )
}

async function conversationsOf(tx: Tx, teamId: string | null): Promise<readonly string[]> {
  return [...(await spotsOf(tx, teamId)).keys()]
}

export interface HeardTalk extends KeptTalk, Spot {}

/**
 * What was said in a team's groups since then, as far as it is kept, in the order in which it came; at most `most`, and a page
 * at a time. What this key does not open is left out, as is the talk of channels that went to another team.
 */
export async function* heardSince(
  tx: Tx,
  sealing: Sealing,
  of: { readonly teamId: string; readonly since: Date; readonly most: number },
): AsyncGenerator<HeardTalk> {
  const spots = await spotsOf(tx, of.teamId)
  const conversations = [...spots.keys()]
  let after = 0n
  for (let read = 0; read < of.most; read += page) {
    const rows = await tx.$queryRaw<{ id: bigint; conversation: string; heard: string }[]>`
      SELECT id, conversation, heard FROM "InboundEvent"
      WHERE heard IS NOT NULL AND conversation = ANY(${conversations}) AND id > ${after} AND "receivedAt" >= ${of.since}
      ORDER BY id LIMIT ${Math.min(page, of.most - read)}`
    for (const { conversation, heard } of rows) {
      const spot = spots.get(conversation)
      const talk = openTalk(sealing, heard)
      if (spot && talk) yield { ...talk, ...spot }
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
