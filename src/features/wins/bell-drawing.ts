import type { Lang } from '../../base/words.ts'
import type { DrawingOf } from '../../pictures/drawing.ts'
import { type Bell, bellTitle, byWords, wonVerb, worthWords } from './bell-words.ts'

/** The bell as the group hears it, to be drawn: it shows what the words say. */
export function bellDrawing(bell: Bell, lang: Lang): DrawingOf<'bell'> {
  const { win, name, by } = bell
  const amount = worthWords(bell, lang)
  return {
    ...{ kind: 'bell', title: bellTitle[lang], name, verb: wonVerb[lang], customer: win.customer },
    ...(amount !== null && { amount }),
    ...(win.note !== null && { lines: [win.note] }),
    ...(by !== null && { foot: byWords(by, name, lang) }),
  }
}
