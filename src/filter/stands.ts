import { type Normalised, signEnd } from './normalise.ts'
import { withoutUnseen } from './signs.ts'

/** Whether letters that spell a word are that word: whole, torn apart by something, or letters of other words. */
export type Stands = 'whole' | 'torn' | 'apart'

/**
 * Han needs no edges. Latin letters need edges in the original: "class" has no "ass", nor has "s hit" or "it's hit" the
 * word they spell; but f-u-c-k and "f u c k" are the word, since nobody parts every letter without meaning to.
 * `ownGaps` are where the listed word has gaps of its own, as "make money" has.
 */
export function howItStands(text: Normalised, begin: number, end: number, ownGaps: ReadonlySet<number>): Stands {
  if (joins(text, begin) || joins(text, end)) return 'apart'
  let torn = false
  let parted = 0
  let loose = false
  for (let at = begin + 1; at < end; at++) {
    const gap = gapBefore(text, at)
    if (gap === null) continue
    parted++
    const kind = kindOf(gap)
    if (kind === 'break') torn = true
    if (!ownGaps.has(at - begin) && isLoose(text, at, kind)) loose = true
  }
  const every = end - begin > 2 && parted === end - begin - 1
  if (loose && !every) return 'apart'
  return torn ? 'torn' : 'whole'
}

/** Before which of its letters a word has a gap. */
export function ownGaps(word: Normalised): ReadonlySet<number> {
  const gaps = new Set<number>()
  for (let at = 1; at < word.plain.length; at++) if (gapBefore(word, at) !== null) gaps.add(at)
  return gaps
}

type Kind = 'sign' | 'space' | 'break'

/** A gap that parts two words, or two numbers, of a script that is written with gaps. */
function isLoose({ plain }: Normalised, at: number, kind: Kind): boolean {
  const [before, after] = [classAt(plain, at - 1), classAt(plain, at)]
  if (before === 'other' || after === 'other') return false
  return kind !== 'sign' || (before === 'digit' && after === 'digit')
}

/** The letter there goes on from the one before it, as in one word of Latin letters or one number. */
function joins(text: Normalised, at: number): boolean {
  const before = classAt(text.plain, at - 1)
  return before !== 'other' && before === classAt(text.plain, at) && gapBefore(text, at) === null
}

function classAt(plain: string, at: number): 'latin' | 'digit' | 'other' {
  const code = plain.charCodeAt(at)
  if (code >= 0x61 && code <= 0x7a) return 'latin'
  return code >= 0x30 && code <= 0x39 ? 'digit' : 'other'
}

/** A digit beside figures, as in 第1.5 or 第1%, or a letter behind one, as in 5v: it is their part and stands for no word. */
export function isAmongFigures({ text, plain, starts }: Normalised, begin: number, end: number): boolean {
  const [from = 0, last = 0] = [starts[begin], starts[end - 1]]
  const to = signEnd(text, last)
  const isBehind = classAt(plain, begin) !== 'other' && /\d[.,:/~–—-]?$/.test(text.slice(Math.max(0, from - 2), from))
  return isBehind || (classAt(plain, end - 1) === 'digit' && /^(?:[.,:/~–—-]?\d|[%％‰])/.test(text.slice(to, to + 2)))
}

/** A word of Latin letters, or a number, may begin or end there. */
export const edgeAt = (text: Normalised, at: number): boolean => !joins(text, at)

/** What parts the letter there from the one before it; null when they stand together. */
export function gapKind(text: Normalised, at: number): Kind | null {
  const gap = gapBefore(text, at)
  return gap === null ? null : kindOf(gap)
}

/** What can be seen between the letter there and the one before it; null when they stand together. */
function gapBefore({ text, starts }: Normalised, at: number): string | null {
  const [before = 0, start = 0] = [starts[at - 1], starts[at]]
  const end = signEnd(text, before)
  if (end >= start) return null
  return withoutUnseen(text.slice(end, start)) || null
}

const sentenceEnd = /[\n\r\u2028\u2029。！？；｡!?;]|\.\s/u
/** Of signs that somebody puts between letters to be read all the same. */
const longestGap = 8

function kindOf(gap: string): Kind {
  if (sentenceEnd.test(gap) || [...gap].length > longestGap) return 'break'
  // An apostrophe parts words, too: "she'll" is no shell.
  return /[\s'’ʼ`´]/u.test(gap) ? 'space' : 'sign'
}
