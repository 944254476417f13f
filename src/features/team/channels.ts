import { newId } from '../../base/ids.ts'
import type { Tx } from '../../store/transaction.ts'

export interface KnownChannel {
  readonly id: string
  readonly name: string | null
  /** Null until somebody sets up a team there. */
  readonly teamId: string | null
  readonly greetedAt: Date | null
  /** People from outside the company are in it; null where nobody told. */
  readonly external: boolean | null
}

/** Our row for a place on a platform, made the first time; what the platform tells of it is kept. One query when known. */
export async function channelFor(
  tx: Tx,
  channel: {
    readonly platform: string
    readonly externalId: string
    readonly name?: string | undefined
    readonly external?: boolean | undefined
  },
): Promise<KnownChannel> {
  const { platform, externalId } = channel
  const where = { platform_externalId: { platform, externalId } }
  const known = await tx.channel.findUnique({ where })
  if (known === null) {
    await tx.channel.createMany({
      data: [{ id: newId(), platform, externalId, name: channel.name ?? null, external: channel.external ?? null }],
      skipDuplicates: true,
    })
    return toChannel(await tx.channel.findUniqueOrThrow({ where }))
  }
  const { name = known.name, external = known.external } = channel
  if (name === known.name && external === known.external) return toChannel(known)
  return toChannel(await tx.channel.update({ where, data: { name, external } }))
}

/** Null for a channel that we do not know. */
export async function channelById(tx: Tx, id: string): Promise<KnownChannel | null> {
  const row = await tx.channel.findUnique({ where: { id } })
  return row && toChannel(row)
}

function toChannel({ id, name, teamId, greetedAt, external }: KnownChannel): KnownChannel {
  return { id, name, teamId, greetedAt, external }
}
