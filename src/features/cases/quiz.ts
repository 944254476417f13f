import { z } from 'zod'
import type { Random } from '../../base/random.ts'
import { shuffled } from '../../base/shuffled.ts'
import { fold } from '../metrics/metric.ts'
import type { Case } from './case.ts'

/** A question of a quiz, by the ids of cards: how was the first one solved? Its own option is the right one. */
export const questionSchema = z.object({ asks: z.string(), options: z.array(z.string()).readonly() })
export type Question = z.infer<typeof questionSchema>

const QUESTIONS = 3
const OPTIONS = 4
/** Of fewer cards the answers would be known by who had which. */
const LEAST_CARDS = 6

type Card = Pick<Case, 'id' | 'title' | 'solution'>

/**
 * Three questions, each with its own solution among three of other cards; null where there are too few cards to ask about.
 * The same for the same cards and the same chance.
 */
export function makeQuiz(cards: readonly Card[], random: Random): readonly Question[] | null {
  const usable = distinct(cards)
  if (usable.length < LEAST_CARDS) return null
  const pick = (below: number) => random.int(0, below - 1)
  return shuffled(usable, pick)
    .slice(0, QUESTIONS)
    .map(({ id }) => {
      const others = shuffled(
        usable.filter(card => card.id !== id),
        pick,
      ).slice(0, OPTIONS - 1)
      return { asks: id, options: shuffled([id, ...others.map(card => card.id)], pick) }
    })
}

/** One card for each problem and for each solution: of two that are the same neither would be the only right one. */
function distinct(cards: readonly Card[]): readonly Card[] {
  const [titles, solutions] = [new Set<string>(), new Set<string>()]
  return cards.filter(({ title, solution }) => {
    const [named, solved] = [fold(title), fold(solution ?? '')]
    if (solved === '' || titles.has(named) || solutions.has(solved)) return false
    titles.add(named)
    solutions.add(solved)
    return true
  })
}

/** How many of the answers given so far are right. */
export function rightOnes(questions: readonly Question[], answers: readonly number[]): number {
  return questions.filter(({ asks, options }, at) => options[answers[at] ?? -1] === asks).length
}
