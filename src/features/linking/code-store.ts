import { lock } from '../../store/named-locks.ts'
import type { Tx } from '../../store/transaction.ts'
import { endOfCode, type Guesses, hashOf, heldUntil, newCode, oneMore, type Purpose } from './code.ts'

interface Wanted {
  readonly purpose: Purpose
  readonly personId: string
  readonly teamId?: string
}

/** A fresh code; the person's earlier one for the same purpose is void from now on. */
export async function issueCode(tx: Tx, { purpose, personId, teamId }: Wanted, now: Date): Promise<string> {
  await tx.oneTimeCode.deleteMany({ where: { OR: [{ expiresAt: { lte: now } }, { purpose, personId }] } })
  const code = newCode()
  await tx.oneTimeCode.create({
    data: { hash: hashOf(code, purpose), purpose, personId, teamId: teamId ?? null, expiresAt: endOfCode(now) },
  })
  return code
}

/** Who asked for a code, and for which team. */
export interface Asker {
  readonly personId: string
  readonly teamId: string | null
}

/** What became of a code that somebody typed. A refusal to use it, which rolls back, leaves it usable. */
export type Redeemed =
  | { readonly kind: 'taken'; readonly asker: Asker }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'held'; readonly until: Date }

/** Uses up a code for whoever typed it; null stands for something that can be no code. Every wrong one is counted. */
export async function redeemCode(
  tx: Tx,
  code: string | null,
  { purpose, personId }: Omit<Wanted, 'teamId'>,
  now: Date,
): Promise<Redeemed> {
  const guesses = await lockGuesses(tx, personId)
  const until = heldUntil(guesses, now)
  if (until !== null) return { kind: 'held', until }
  const found = code === null ? null : await takeCode(tx, hashOf(code, purpose), now)
  if (found !== null) return { kind: 'taken', asker: found }
  const counted = oneMore(guesses, now)
  await tx.codeGuess.upsert({ where: { personId }, create: { personId, ...counted }, update: counted })
  return { kind: 'wrong' }
}

/** One at a time, so that many at once are not all the first. */
async function lockGuesses(tx: Tx, personId: string): Promise<Guesses | null> {
  await lock(tx, `codes:${personId}`)
  return await tx.codeGuess.findUnique({ where: { personId } })
}

/** Deleting is what makes it one use: of two at once the second finds nothing. */
async function takeCode(tx: Tx, hash: string, now: Date): Promise<Asker | null> {
  const [row] = await tx.$queryRaw<Asker[]>`
    DELETE FROM "OneTimeCode" WHERE hash = ${hash} AND "expiresAt" > ${now} RETURNING "personId", "teamId"`
  return row ?? null
}
