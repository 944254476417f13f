import { newId } from '../../base/ids.ts'
import type { Tx } from '../../store/transaction.ts'

export interface KnownChannel {
  readonly id: string
  readonly name: string | null
  /** Null until somebody sets up a team there. */
  readonly teamId: string | null
  readonly greetedAt: Date | null
}

/** Our row for a place on a platform, made the first time; its name follows the platform's. One query when known. */
export async function channelFor(
  tx: Tx,
  channel: { readonly platform: string; readonly externalId: string; readonly name?: string | undefined },
): Promise<KnownChannel> {
  const { platform, externalId, name } = channel
  const where = { platform_externalId: { platform, externalId } }
  const known = await tx.channel.findUnique({ where })
  if (known === null) {
    await tx.channel.createMany({
      data: [{ id: newId(), platform, externalId, name: name ?? null }],
      skipDuplicates: true,
    })
    return toChannel(await tx.channel.findUniqueOrThrow({ where }))
  }
  if (name === undefined || name === known.name) return toChannel(known)
  return toChannel(await tx.channel.update({ where, data: { name } }))
}

/** Null for a channel that we do not know. */
export async function channelById(tx: Tx, id: string): Promise<KnownChannel | null> {
  const row = await tx.channel.findUnique({ where: { id } })
  return row && toChannel(row)
}

function toChannel({ id, name, teamId, greetedAt }: KnownChannel): KnownChannel {
  return { id, name, teamId, greetedAt }
}
