import { z } from 'zod'
import { everIds, presentIds } from '../../audit/former.ts'
import type { Words } from '../../base/words.ts'
import type { Tx } from '../../store/transaction.ts'

/** A look at somebody's data, as they are told of it. */
export interface Seen {
  readonly at: Date
  /** What whoever looked is called in the team; null for somebody who never was in it or who was erased. */
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
    where: await looks(tx, memberId),
    orderBy: [{ at: 'desc' }, { seq: 'desc' }],
    ...(most !== undefined && { take: most }),
  })
  const lookers = rows.flatMap(({ actorPersonId }) => actorPersonId ?? [])
  const present = await presentIds(tx, lookers)
  const members = await tx.member.findMany({ where: { teamId, personId: { in: lookers.map(present) } } })
  const names = new Map(members.map(({ personId, name }) => [personId, name]))
  return rows.map(({ at, actorPersonId, what, words }) => ({
    ...{ at, what },
    by: actorPersonId === null ? null : (names.get(present(actorPersonId)) ?? null),
    words: wordsSchema.parse(words),
  }))
}

export async function countLooks(tx: Tx, memberId: string): Promise<number> {
  return tx.audit.count({ where: await looks(tx, memberId) })
}

async function looks(tx: Tx, memberId: string) {
  return { read: true, memberId: { in: [...(await everIds(tx, [memberId]))] } }
}
