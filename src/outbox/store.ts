import { z } from 'zod'
import { Prisma } from '../../prisma/client/client.ts'
import type { Content } from '../content/content.ts'
import { contentSchema } from '../content/schema.ts'
import { byMail } from '../context.ts'
import type { PlatformId } from '../platform/events.ts'
import type { JsonValue } from '../platform/memory.ts'
import type { Tx } from '../store/transaction.ts'
import { holdingAttempts } from './choose.ts'
import { type Delivery, type Head, type SentPart, sentPartSchema, type Version } from './delivery.ts'
import { knownPlatform } from './destinations.ts'

/** So many are looked at together: as long as that, a reply that comes meanwhile waits behind a burst of digests. */
export const HEADS = 20

const headColumns = {
  id: true,
  state: true,
  channelId: true,
  personId: true,
  whisperTo: true,
  by: true,
  lane: true,
  seq: true,
  reviseKey: true,
  notBefore: true,
  expiresAt: true,
  attempts: true,
  platform: true,
  traceless: true,
} as const

/** What a conversation has to send at `now`, and what may hold it. Only for the holder of its lease. */
export async function headsOf(db: Tx, conversation: string, now: Date): Promise<Head[]> {
  const rows = await db.delivery.findMany({
    where: {
      conversation,
      state: { in: ['pending', 'sending'] },
      OR: [{ notBefore: { lte: now } }, { attempts: { gt: 0, lte: holdingAttempts } }],
    },
    orderBy: [{ lane: 'asc' }, { seq: 'asc' }],
    take: HEADS,
    select: headColumns,
  })
  // The platform is written with the first part that went out.
  return rows.map(({ platform, state, by, ...row }) => ({
    ...row,
    state: knownState(state),
    by: byMail.find(way => way === by) ?? null,
    begun: platform !== null,
  }))
}

function knownState(state: string): Head['state'] {
  return state === 'sending' ? 'sending' : 'pending'
}

/**
 * Marks a delivery as being sent, which is durable before anything leaves us, and answers all of it, or null when it
 * cannot be read or is not there any more.
 */
export async function claim(db: Tx, id: string): Promise<Delivery | null> {
  const [row] = await db.delivery.updateManyAndReturn({
    where: { id },
    data: { state: 'sending', attempts: { increment: 1 } },
  })
  if (!row) return null
  const read = writtenSchema.safeParse(row)
  return read.success
    ? {
        ...row,
        ...read.data,
        parts: read.data.receipts ?? [],
        progress: { kept: row.progress },
        platform: knownPlatform(row.platform),
      }
    : null
}

/** Keeps how far the part has come that is being sent, until what became of it is written down. */
export async function keepProgress(db: Tx, { id, progress }: Delivery, value: JsonValue): Promise<void> {
  await db.delivery.updateMany({ where: { id }, data: { progress: z.json().parse(value) ?? Prisma.JsonNull } })
  progress.kept = value
}

/** The JSON columns, which Prisma cannot vouch for. */
const writtenSchema = z.object({
  content: contentSchema,
  short: contentSchema.nullable(),
  receipts: sentPartSchema.array().nullable(),
})

/** What was sent with a key, `<id>:<part>`, of which all parts belong to one content. Null when it is not kept any more. */
export async function contentOf(db: Tx, key: string): Promise<Content | null> {
  const id = z.uuid().safeParse(key.split(':', 1)[0])
  if (!id.success) return null
  const row = await db.delivery.findUnique({ where: { id: id.data }, select: { content: true } })
  return contentSchema.safeParse(row?.content).data ?? null
}

/** The latest version of the same message that went out before this one. */
export async function earlierVersion(db: Tx, conversation: string, head: Head): Promise<Version | null> {
  const { reviseKey, seq } = head
  if (reviseKey === null) return null
  const row = await db.delivery.findFirst({
    where: { conversation, reviseKey, seq: { lt: seq }, state: 'sent', receipts: { not: Prisma.AnyNull } },
    orderBy: { seq: 'desc' },
    select: { platform: true, receipts: true },
  })
  const platform = knownPlatform(row?.platform ?? null)
  const parts = sentPartSchema.array().safeParse(row?.receipts)
  return platform && parts.success ? { platform, parts: parts.data } : null
}

/** What became of a delivery. */
export type Settlement =
  | { readonly state: 'sent'; readonly platform: PlatformId; readonly parts: readonly SentPart[]; readonly at: Date }
  /** One part is out and another is to follow. */
  | { readonly state: 'begun'; readonly platform: PlatformId; readonly parts: readonly SentPart[] }
  | { readonly state: 'again'; readonly at: Date; readonly note: string }
  /** Nobody knows whether it arrived; look for it then. */
  | { readonly state: 'lost'; readonly at: Date; readonly note: string }
  | { readonly state: 'merged' }
  | { readonly state: 'expired' }
  /** `refused`: whoever it was for cannot be written to there. */
  | { readonly state: 'failed'; readonly note: string; readonly refused?: true }

/**
 * Writes down what became of deliveries; those without a trace are erased once nothing more becomes of them. Somebody who
 * lost the lease while sending can only add that it did go out.
 */
export async function settle(
  db: Tx,
  which: readonly Pick<Head, 'id' | 'traceless'>[],
  settlement: Settlement,
): Promise<void> {
  const [erased, kept] = goesOn.has(settlement.state) ? [[], which] : partition(which)
  const open = settlement.state === 'sent' ? {} : { state: { in: ['pending', 'sending'] } }
  if (erased.length > 0) await db.delivery.deleteMany({ where: { id: { in: erased.map(({ id }) => id) } } })
  if (kept.length === 0) return
  const ids = kept.map(({ id }) => id)
  await db.delivery.updateMany({ where: { id: { in: ids }, ...open }, data: columnsOf(settlement) })
}

const goesOn: ReadonlySet<Settlement['state']> = new Set(['begun', 'again', 'lost'])

function partition<T extends Pick<Head, 'traceless'>>(which: readonly T[]): [T[], T[]] {
  return [which.filter(({ traceless }) => traceless), which.filter(({ traceless }) => !traceless)]
}

function columnsOf(settlement: Settlement): Prisma.DeliveryUpdateManyMutationInput {
  switch (settlement.state) {
    case 'sent': {
      const { state, platform, parts, at } = settlement
      return { state, platform, receipts: [...parts], progress: Prisma.DbNull, sentAt: at, lastError: null }
    }
    case 'begun': {
      const { platform, parts } = settlement
      return { state: 'pending', platform, receipts: [...parts], progress: Prisma.DbNull, attempts: 0 }
    }
    case 'again':
      return { state: 'pending', notBefore: settlement.at, lastError: settlement.note }
    case 'lost':
      return { state: 'sending', notBefore: settlement.at, lastError: settlement.note }
    case 'failed':
      return { state: 'failed', progress: Prisma.DbNull, lastError: settlement.note }
    case 'merged':
    case 'expired':
      return { state: settlement.state }
  }
}
