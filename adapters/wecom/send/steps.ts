import type { TemplateCard } from '../cards/template-card.ts'
import type { Chat } from '../lanes/lane.ts'
import { type Reach, type Way, waysFor } from '../lanes/ways.ts'
import type { WeComPayload, Worded } from '../render/render.ts'

/** One thing to say, with the ways by which it may go; what cannot be shown has words that say the same. */
export type Step =
  | { readonly do: 'words'; readonly words: Worded; readonly ways: readonly Way[] }
  | ({ readonly do: 'picture'; readonly ref: string } & Shown)
  /** The words say what it is, and what to type for it elsewhere: where it cannot be sent, nothing takes its place. */
  | { readonly do: 'file'; readonly ref: string; readonly ways: readonly Way[] }
  | ({ readonly do: 'card'; readonly card: TemplateCard; readonly place: number } & Shown)

interface Shown {
  readonly ways: readonly Way[]
  readonly instead: Worded
  readonly wordWays: readonly Way[]
}

/**
 * What a message takes, in order: its words, its pictures and files, and what can be pressed, or typed where nothing can be
 * pressed.
 *
 * @param withCards - said where a message goes on, which is to be the same then
 */
export function stepsOf(
  payload: WeComPayload,
  kind: Chat['kind'],
  reach: Reach,
  withCards = hasCardWays(kind, reach),
): readonly Step[] {
  const { words, whole, cards, cardAlone, calls } = payload
  const wordWays = waysFor(calls ? 'calls' : 'words', kind, reach)
  const cardWays = waysFor('card', kind, reach)
  const pictures = payload.pictures.map(
    (picture): Step => ({
      ...{ do: 'picture', ref: picture.ref, instead: picture.words, wordWays },
      ways: waysFor('picture', kind, reach),
    }),
  )
  const fileWays = waysFor('file', kind, reach)
  const files = (payload.files ?? []).map((ref): Step => ({ do: 'file', ref, ways: fileWays }))
  if (!withCards) return [...wordsStep(whole, wordWays), ...pictures, ...files]
  const pressed = cards.map(
    ({ card, typed }, place): Step => ({
      ...{ do: 'card', card, place, wordWays, instead: cardAlone ? whole : typed },
      ways: cardWays,
    }),
  )
  return cardAlone
    ? [...pressed, ...pictures, ...files]
    : [...wordsStep(words, wordWays), ...pictures, ...files, ...pressed]
}

export function hasCardWays(kind: Chat['kind'], reach: Reach): boolean {
  return waysFor('card', kind, reach).length > 0
}

function wordsStep(words: Worded, ways: readonly Way[]): readonly Step[] {
  return words.bot.length === 0 ? [] : [{ do: 'words', words, ways }]
}
