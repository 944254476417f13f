import type { Tx } from '../../store/transaction.ts'
import { candidates } from './card-index.ts'
import { type Case, maySee, type Viewer, wordsOf } from './case.ts'
import { coverage, gramsOf, searchGramsOf, similarity } from './grams.ts'

/** A card that has nothing of what is looked for but this part, or less, was not meant. */
const LEAST_COVERED = 0.3
/** Less alike than this a problem is another one. */
const LEAST_ALIKE = 0.25

/** Cards in which the words stand, those with more of them before the rest, of equals the shorter and then the newer one. */
export async function searchCards(
  tx: Tx,
  { teamId, words, viewer, most }: { teamId: string; words: string; viewer: Viewer; most: number },
): Promise<readonly Case[]> {
  // A single character is looked for only where nothing else is said.
  const pairs = gramsOf(words)
  const ranked = (await candidates(tx, teamId, pairs))
    .filter(card => card.state === 'solved' && maySee(card, viewer))
    .map(card => ({
      card,
      covered: coverage(pairs, searchGramsOf(wordsOf(card))),
      alike: similarity(pairs, gramsOf(wordsOf(card))),
    }))
    .filter(({ covered }) => covered >= LEAST_COVERED)
  return ranked
    .toSorted((a, b) => b.covered - a.covered || b.alike - a.alike || b.card.number - a.card.number)
    .slice(0, most)
    .map(({ card }) => card)
}

/** Solved problems that are like a new one, the most alike first. */
export async function similarSolved(
  tx: Tx,
  { it, viewer, most }: { it: Pick<Case, 'id' | 'teamId' | 'text'>; viewer: Viewer; most: number },
): Promise<readonly Case[]> {
  const grams = gramsOf(it.text)
  const ranked = (await candidates(tx, it.teamId, grams))
    .filter(
      ({ id, kind, state, solution }) => id !== it.id && kind === 'problem' && state === 'solved' && solution !== null,
    )
    .filter(card => maySee(card, viewer))
    .map(card => ({ card, alike: similarity(grams, gramsOf(card.text)) }))
    .filter(({ alike }) => alike >= LEAST_ALIKE)
  return ranked
    .toSorted((a, b) => b.alike - a.alike || b.card.number - a.card.number)
    .slice(0, most)
    .map(({ card }) => card)
}
