import { z } from 'zod'
import type { Dispute as DisputeRow } from '../../../prisma/client/client.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { lock } from '../../store/named-locks.ts'
import type { Tx } from '../../store/transaction.ts'

const stateSchema = z.enum(['open', 'accepted', 'declined'])

/** A question whether a member's figure over some days is right. */
export interface Dispute {
  readonly id: string
  readonly teamId: string
  /** Counted in the team, to be called by. */
  readonly number: number
  /** Whose figure it is. */
  readonly memberId: string
  readonly metricId: string
  readonly from: LocalDate
  readonly to: LocalDate
  /** What it was then; null where there was none. */
  readonly shown: number | null
  /** What it should be, if they said so. */
  readonly proposed: number | null
  readonly reason: string
  /** The member who asks. */
  readonly askedBy: string
  readonly askedAt: Date
  readonly state: z.infer<typeof stateSchema>
  /** The member who answered. */
  readonly answeredBy: string | null
}

export type Asked = Omit<Dispute, 'number' | 'state' | 'answeredBy'>

/** Writes it under the team's next number. */
export async function insertDispute(tx: Tx, asked: Asked): Promise<Dispute> {
  await lock(tx, `disputes:${asked.teamId}`)
  const last = await tx.dispute.findFirst({ where: { teamId: asked.teamId }, orderBy: { number: 'desc' } })
  return toDispute(await tx.dispute.create({ data: { ...asked, number: (last?.number ?? 0) + 1 } }))
}

export async function disputeNumbered(tx: Tx, teamId: string, number: number): Promise<Dispute | null> {
  const row = await tx.dispute.findUnique({ where: { teamId_number: { teamId, number } } })
  return row && toDispute(row)
}

/** The same question that nobody has answered yet. */
export async function sameOpen(
  tx: Tx,
  { askedBy, memberId, metricId, from, to }: Pick<Dispute, 'askedBy' | 'memberId' | 'metricId' | 'from' | 'to'>,
): Promise<Dispute | null> {
  const row = await tx.dispute.findFirst({ where: { askedBy, state: 'open', memberId, metricId, from, to } })
  return row && toDispute(row)
}

/** The oldest first; with `askedBy` only those of that member. */
export async function openDisputes(
  tx: Tx,
  { teamId, askedBy, most }: { readonly teamId: string; readonly askedBy?: string; readonly most: number },
): Promise<readonly Dispute[]> {
  const rows = await tx.dispute.findMany({
    where: { teamId, state: 'open', ...(askedBy !== undefined && { askedBy }) },
    orderBy: { number: 'asc' },
    take: most,
  })
  return rows.map(toDispute)
}

/** Answers it, once: false when somebody has answered it before. */
export async function settle(
  tx: Tx,
  id: string,
  answer: {
    readonly state: 'accepted' | 'declined'
    readonly answeredBy: string
    readonly answeredAt: Date
    readonly answer: string
  },
): Promise<boolean> {
  return (await tx.dispute.updateMany({ where: { id, state: 'open' }, data: answer })).count === 1
}

function toDispute({ shown, proposed, state, answer: _, answeredAt: __, ...row }: DisputeRow): Dispute {
  return {
    ...row,
    shown: shown?.toNumber() ?? null,
    proposed: proposed?.toNumber() ?? null,
    state: stateSchema.parse(state),
  }
}
