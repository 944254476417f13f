import type { Lang } from '../../base/words.ts'
import type { DrawingOf } from '../../pictures/drawing.ts'
import { type Card, cardTitle, fromWords } from './card-words.ts'

/** The card as the group hears it, to be drawn: it shows what the words say. */
export function cardDrawing({ giver, receivers, reason, tags }: Card, lang: Lang): DrawingOf<'cheer'> {
  return {
    ...{ kind: 'cheer', title: cardTitle[lang], people: receivers.map(({ name }) => ({ name })), words: reason },
    ...(tags.length > 0 && { tags: tags.map(tag => `#${tag}`) }),
    foot: fromWords(giver, lang),
  }
}
