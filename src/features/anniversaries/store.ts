import { z } from 'zod'
import type { Tx } from '../../store/transaction.ts'
import { type OwnDays, startStates } from './own-days.ts'

const rowSchema = z.object({
  memberId: z.string(),
  teamId: z.string(),
  birthday: z.string().nullable(),
  birthdaySince: z.string().nullable(),
  birthdayYear: z.int().nullable(),
  startedOn: z.string().nullable(),
  startedSince: z.string().nullable(),
  startedYear: z.int().nullable(),
  startState: z.enum(startStates),
  startDeclined: z.boolean(),
})

/** Those of the team who have given any of their days; one row for a member at most. */
export async function ownDaysIn(tx: Tx, teamId: string): Promise<readonly OwnDays[]> {
  const rows = await tx.ownDays.findMany({ where: { teamId }, orderBy: { memberId: 'asc' } })
  return z.array(rowSchema).parse(rows)
}

/** Null for who has given none. */
export async function ownDaysOf(tx: Tx, memberId: string): Promise<OwnDays | null> {
  const row = await tx.ownDays.findUnique({ where: { memberId } })
  return row && rowSchema.parse(row)
}

type Change = Partial<Omit<OwnDays, 'memberId' | 'teamId'>>

export async function keepDays(
  tx: Tx,
  { memberId, teamId }: Pick<OwnDays, 'memberId' | 'teamId'>,
  change: Change,
): Promise<void> {
  await tx.ownDays.upsert({ where: { memberId }, create: { memberId, teamId, ...change }, update: { ...change } })
}
