import { z } from 'zod'
import type { Tx } from '../../store/transaction.ts'
import { type Case, wordsOf } from './case.ts'
import { gramNumber, searchGramsOf } from './grams.ts'
import { casesByIds } from './store.ts'

/** Makes a solved case, or a story, one that can be found. In the transaction that made it one. */
export async function indexCard(tx: Tx, card: Case): Promise<void> {
  await dropFromIndex(tx, card.id)
  const { teamId, id: caseId } = card
  const grams = new Set([...searchGramsOf(wordsOf(card))].map(gramNumber))
  await tx.caseGram.createMany({ data: [...grams].map(gram => ({ teamId, caseId, gram })) })
}

export async function dropFromIndex(tx: Tx, caseId: string): Promise<void> {
  await tx.caseGram.deleteMany({ where: { caseId } })
}

/** Of each piece so many cards are looked at, the newest: what half of all cards have in common finds nothing in particular. */
const MOST_EACH = 200
/** Of so many pieces of what is looked for. */
const MOST_GRAMS = 64
const MOST_CARDS = 50

const idsSchema = z.array(z.object({ id: z.string() }))

/**
 * Cards that share pieces of words with these, those that share most before the rest. Costs the same however many cards
 * there are. Some may only seem to share them: whoever asks compares the words.
 */
export async function candidates(tx: Tx, teamId: string, grams: ReadonlySet<string>): Promise<readonly Case[]> {
  const numbers = [...new Set([...grams].slice(0, MOST_GRAMS).map(gramNumber))]
  if (numbers.length === 0) return []
  const rows = await tx.$queryRaw`
    SELECT found."caseId" AS id
    FROM unnest(${numbers}::int[]) AS wanted(gram)
    CROSS JOIN LATERAL (
      SELECT "caseId" FROM "CaseGram" WHERE "teamId" = ${teamId}::uuid AND gram = wanted.gram
      ORDER BY "caseId" DESC LIMIT ${MOST_EACH}) AS found
    GROUP BY 1 ORDER BY count(*) DESC, 1 DESC LIMIT ${MOST_CARDS}`
  return casesByIds(
    tx,
    teamId,
    idsSchema.parse(rows).map(({ id }) => id),
  )
}
