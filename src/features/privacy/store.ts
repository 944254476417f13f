import { z } from 'zod'
import type { Prisma } from '../../../prisma/client/client.ts'
import type { Words } from '../../base/words.ts'
import type { Tx } from '../../store/transaction.ts'

/** Nothing is written where somebody sees what is about themselves. */
export async function insertAudit(
  tx: Tx,
  row: { readonly memberId: string; readonly actorPersonId: string } & Prisma.AuditCreateManyInput,
): Promise<void> {
  const { memberId: id, actorPersonId: personId } = row
  if ((await tx.member.count({ where: { id, personId } })) > 0) return
  await tx.audit.create({ data: row })
}

/** A look at somebody's data, as they are told of it. */
export interface Seen {
  readonly at: Date
  /** What whoever looked is called in the team; null for somebody who never was in it. */
  readonly by: string | null
  readonly what: string
  readonly words: Words
}

const wordsSchema = z.object({ zh: z.string(), en: z.string() })

/** The latest looks at a member's data, the last one first; with `most`, only so many. */
export async function looksAt(
  tx: Tx,
  { memberId, teamId }: { readonly memberId: string; readonly teamId: string },
  most?: number,
): Promise<readonly Seen[]> {
  const rows = await tx.audit.findMany({
    where: { memberId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    ...(most !== undefined && { take: most }),
  })
  const people = { in: [...new Set(rows.map(row => row.actorPersonId))] }
  const members = await tx.member.findMany({ where: { teamId, personId: people } })
  const names = new Map(members.map(({ personId, name }) => [personId, name]))
  return rows.map(({ at, actorPersonId, what, words }) => ({
    ...{ at, what },
    by: names.get(actorPersonId) ?? null,
    words: wordsSchema.parse(words),
  }))
}

export function countLooks(tx: Tx, memberId: string): Promise<number> {
  return tx.audit.count({ where: { memberId } })
}
