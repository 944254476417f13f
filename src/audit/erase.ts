import type { Tx } from '../store/transaction.ts'
import { everIds } from './former.ts'

/**
 * Takes a person out of the log: of what they did it tells no more by whom, of what is about them no more about whom and what.
 * The seals stay, so the chain holds. Answers for each team from how many places that was; an entry `ERASED` has to state it.
 */
export async function eraseFromAudit(
  tx: Tx,
  { personId, memberIds }: { readonly personId: string; readonly memberIds: readonly string[] },
): Promise<ReadonlyMap<string, number>> {
  const person = await everIds(tx, [personId])
  const members = await everIds(tx, memberIds)
  const did = await tx.$queryRaw<Emptied[]>`
    WITH emptied AS (
      UPDATE "Audit" SET "actorPersonId" = NULL, "bySalt" = NULL WHERE "actorPersonId" = ANY(${person}::uuid[]) RETURNING "teamId")
    SELECT "teamId", count(*)::int AS parts FROM emptied GROUP BY "teamId"`
  const about = await tx.$queryRaw<Emptied[]>`
    WITH emptied AS (
      UPDATE "Audit" SET "memberId" = NULL, detail = NULL, "aboutSalt" = NULL WHERE "memberId" = ANY(${members}::uuid[])
      RETURNING "teamId")
    SELECT "teamId", count(*)::int AS parts FROM emptied GROUP BY "teamId"`
  await tx.formerId.deleteMany({ where: { now: { in: [personId, ...memberIds] } } })
  const parts = new Map<string, number>()
  for (const row of [...did, ...about]) parts.set(row.teamId, (parts.get(row.teamId) ?? 0) + row.parts)
  return parts
}

interface Emptied {
  readonly teamId: string
  readonly parts: number
}
