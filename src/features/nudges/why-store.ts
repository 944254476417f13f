import type { Prisma } from '../../../prisma/client/client.ts'
import type { Content } from '../../content/content.ts'
import { contentSchema } from '../../content/schema.ts'
import { lanes } from '../../context.ts'
import type { Tx } from '../../store/transaction.ts'
import { type KeptReason, toReason } from './store.ts'

/** A message that nobody had asked for. */
export interface Unasked {
  readonly purpose: string
  /** Null when it was written by a version whose content this one cannot read. */
  readonly content: Content | null
  /** Null when its feature gave none. */
  readonly reason: KeptReason | null
  readonly sentAt: Date
}

/** The last one that this person alone got, since that moment. */
export function lastUnaskedTo(tx: Tx, personId: string, since: Date): Promise<Unasked | null> {
  return last(tx, { createdAt: { gte: since }, OR: [{ personId }, { whisperTo: personId }] })
}

/** The last digest or board in the team's groups, or in that one. */
export function lastDigest(tx: Tx, teamId: string, channelId: string | null): Promise<Unasked | null> {
  const where = channelId === null ? { teamId, channelId: { not: null } } : { teamId, channelId }
  return last(tx, { ...where, whisperTo: null, lane: lanes.indexOf('digest') })
}

async function last(tx: Tx, where: Prisma.DeliveryWhereInput): Promise<Unasked | null> {
  const unasked = { lane: { not: lanes.indexOf('reply') }, state: 'sent' }
  const row = await tx.delivery.findFirst({
    where: { ...unasked, ...where },
    orderBy: [{ sentAt: 'desc' }, { seq: 'desc' }],
  })
  if (!row) return null
  return {
    purpose: row.purpose,
    content: contentSchema.safeParse(row.content).data ?? null,
    reason: toReason(row.reason),
    sentAt: row.sentAt ?? row.createdAt,
  }
}
