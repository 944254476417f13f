import type { Found, Search, Sought } from './candidate.ts'
import { createLexicon, type Lexicon, type Stretch } from './lexicon.ts'
import { type Normalised, originalRange } from './normalise.ts'
import type { Sounds } from './sounds.ts'
import { edgeAt, gapKind } from './stands.ts'
import { codes, type Known, rememberedByUnit } from './syllable-codes.ts'

/**
 * Looks for words of Han by their sound: in pinyin, with or without tones and gaps, in other signs that sound the same, and
 * in a mixture of these. Chance makes up much of that, so whatever it finds is doubtful. A word of two signs is short enough
 * that others must have its tones, too.
 */
export function bySound(sought: ReadonlyMap<string, Sought>, sounds: Sounds): Search {
  const code = codes()
  const words = new Map<string, Spoken[]>()
  for (const [plain, { entry }] of sought) {
    const readings = entry === null ? null : sounds.ofWord(plain)
    if (entry === null || readings === null || readings.length < 2) continue
    const key = String.fromCharCode(...readings.map(({ syllable }) => code.of(syllable)))
    const spoken = { plain, entry, tones: readings.map(({ tone }) => tone) }
    words.set(key, [...(words.get(key) ?? []), spoken])
  }
  if (words.size === 0) return () => []
  const lexicon = createLexicon(words.keys())
  const readingsOf = rememberedByUnit(sign => sounds.ofSign(sign).flatMap(reading => code.known(reading)))
  const spelled = code.spelled()
  return text => {
    const walk: Walk = { text, lexicon, words, readingsOf, spelled, starts: [], found: [] }
    for (let at = 0; at < text.plain.length; at++)
      if (!isLatin(text.plain.charCodeAt(at)) || edgeAt(text, at)) goOn(walk, at, lexicon.all)
    return walk.found
  }
}

interface Spoken {
  readonly plain: string
  readonly entry: Found['entry']
  readonly tones: readonly number[]
}

interface Walk {
  readonly text: Normalised
  readonly lexicon: Lexicon
  readonly words: ReadonlyMap<string, readonly Spoken[]>
  readonly readingsOf: (unit: number) => readonly Known[]
  readonly spelled: ReadonlyMap<string, readonly number[]>
  /** Where each syllable begins of what is read just now. */
  readonly starts: number[]
  readonly found: Found[]
}

const longestSyllable = 6

function goOn(walk: Walk, at: number, stretch: Stretch): void {
  const { text, starts } = walk
  const { plain } = text
  if (starts.length > 1) keep(walk, at, stretch)
  if (at >= plain.length || (starts.length > 0 && gapKind(text, at) === 'break')) return
  const unit = plain.charCodeAt(at)
  if (!isLatin(unit)) {
    for (const { code } of walk.readingsOf(unit)) step(walk, { at, end: at + 1, stretch, code })
    return
  }
  for (let end = at + 1; end <= plain.length && end - at <= longestSyllable; end++) {
    if (end > at + 1 && (!isLatin(plain.charCodeAt(end - 1)) || gapKind(text, end - 1) !== null)) return
    for (const code of walk.spelled.get(plain.slice(at, end)) ?? []) {
      step(walk, { at, end, stretch, code })
      if (isTone(text, end)) step(walk, { at, end: end + 1, stretch, code })
    }
  }
}

interface Syllable {
  readonly at: number
  readonly end: number
  readonly stretch: Stretch
  readonly code: number
}

function step(walk: Walk, { at, end, stretch, code }: Syllable): void {
  const narrowed = walk.lexicon.narrowed(stretch, walk.starts.length, code)
  if (narrowed === null) return
  walk.starts.push(at)
  goOn(walk, end, narrowed)
  walk.starts.pop()
}

function keep({ lexicon, words, text, starts, readingsOf, found }: Walk, at: number, stretch: Stretch): void {
  const key = lexicon.ending(stretch, starts.length)
  const [begin = 0] = starts
  if (key === null || (isLatin(text.plain.charCodeAt(at - 1)) && !edgeAt(text, at))) return
  const written = text.plain.slice(begin, at)
  const agrees = ({ tones }: Spoken) =>
    tones.length > 2 ||
    starts.every((start, n) => hasTone(readingsOf(text.plain.charCodeAt(start)), key.charCodeAt(n), tones[n]))
  // What the letters themselves spell was looked for with more care.
  const spoken = words.get(key)?.find(one => one.plain !== written && agrees(one))
  if (spoken !== undefined) found.push({ ...originalRange(text, begin, at), entry: spoken.entry, doubt: 'sound' })
}

/** A syllable in Latin letters has no readings, and any tone. */
function hasTone(readings: readonly Known[], code: number, tone = 0): boolean {
  const own = readings.filter(reading => reading.code === code)
  return own.length === 0 || tone === 0 || own.some(reading => reading.tone === tone || reading.tone === 0)
}

const isLatin = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a

/** The figure of a tone right behind a syllable: `zui4`. */
function isTone(text: Normalised, at: number): boolean {
  const { plain } = text
  return /[1-5]/.test(plain[at] ?? '') && !/\d/.test(plain[at + 1] ?? '') && gapKind(text, at) === null
}
