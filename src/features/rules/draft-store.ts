import { z } from 'zod'
import { newId } from '../../base/ids.ts'
import type { Tx } from '../../store/transaction.ts'
import { ruleSchema, ruleStates } from './rule.ts'

const draftSchema = z.array(
  z.object({ definition: ruleSchema, state: z.enum(ruleStates), follows: z.number().nullable() }),
)

export type DraftedRule = z.infer<typeof draftSchema>[number]

const LIFE_MS = 24 * 60 * 60_000

/** Keeps what a member was shown, in place of what they were shown before; answers its id. */
export async function keepDraft(
  tx: Tx,
  draft: {
    readonly teamId: string
    readonly memberId: string
    readonly rules: readonly DraftedRule[]
    readonly madeAt: Date
  },
): Promise<string> {
  const { rules, ...facts } = draft
  const id = newId(draft.madeAt)
  await dropDrafts(tx, draft.memberId)
  await tx.ruleDraft.create({ data: { id, ...facts, rules: [...rules] } })
  return id
}

/** Null when there is none, or it is older than a day. */
export async function draftOf(
  tx: Tx,
  memberId: string,
  now: Date,
): Promise<{ id: string; rules: readonly DraftedRule[] } | null> {
  const row = await tx.ruleDraft.findFirst({ where: { memberId, madeAt: { gt: new Date(now.getTime() - LIFE_MS) } } })
  return row && { id: row.id, rules: draftSchema.parse(row.rules) }
}

export async function dropDrafts(tx: Tx, memberId: string): Promise<void> {
  await tx.ruleDraft.deleteMany({ where: { memberId } })
}
