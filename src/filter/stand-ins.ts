import type { Doubt, Found, Search, Sought } from './candidate.ts'
import { cover, heart, isStandIn, lookAlikes, picture } from './disguise-signs.ts'
import { createLexicon, type Lexicon, type Stretch } from './lexicon.ts'
import { longestWord } from './limits.ts'
import { disguised, type Normalised, originalRange } from './normalise.ts'
import { isAlphanumeric, isPartOfAddress, isWei, mayBegin, mayEnd } from './stand-in-edges.ts'
import { glanceAt } from './stand-in-glance.ts'

/**
 * Looks for words of which signs or digits stand for letters: `f*ck`, `b1tch`, `fr€e`, `包*百病`, `微❤`. Most texts have none of
 * that, and are done with a glance.
 */
export function standIns(sought: ReadonlyMap<string, Sought>): Search {
  const words = [...sought].flatMap(([word, { entry }]) => (entry !== null && canBeMasked(word) ? word : []))
  if (words.length === 0) return () => []
  const lexicon = createLexicon(words)
  const has = { latin: words.some(word => /[a-z]/.test(word)), han: words.some(word => /[^\0-\x7f]/.test(word)) }
  const haveGaps = words.some(word => (sought.get(word)?.gaps.size ?? 0) > 0)
  const haveBoth = words.some(word => /[a-z\d]/.test(word) && /[^\0-\x7f]/.test(word))
  return ({ text }) => {
    const glance = glanceAt(text)
    if (!(has.latin && glance.latin) && !(has.han && glance.han)) return []
    const walk: Walk = { text: disguised(text), lexicon, sought, found: [] }
    const through = { gaps: haveGaps, han: glance.han || haveBoth }
    for (const at of beginningsIn(walk.text, through)) goOn(walk, beginAt(at, lexicon.all))
    return walk.found
  }
}

const canBeMasked = (word: string): boolean => word.length >= fewestLetters || word.includes('微信')

/** Where a word may begin that has a stand-in further on, with only that in between which words may go through. */
function beginningsIn(text: Normalised, through: { gaps: boolean; han: boolean }): readonly number[] {
  const { plain } = text
  const beginnings: number[] = []
  let standIn = Number.POSITIVE_INFINITY
  for (let at = plain.length - 1; at >= 0; at--) {
    const unit = plain[at] ?? ' '
    if (isStandIn(unit)) standIn = at
    else if (unit === ' ' ? !through.gaps : !through.han && !isAlphanumeric(unit)) standIn = Number.POSITIVE_INFINITY
    if (standIn - at <= mostBefore && mayBegin(text, at)) beginnings.push(at)
  }
  return beginnings
}

interface Walk {
  readonly text: Normalised
  readonly lexicon: Lexicon
  readonly sought: ReadonlyMap<string, Sought>
  readonly found: Found[]
}

/** A way through the text as far as it was gone. */
interface Path {
  readonly begin: number
  readonly at: number
  readonly stretch: Stretch
  readonly depth: number
  /** How many letters are covered, only look alike, or are known to be written so. */
  readonly covered: number
  readonly alike: number
  readonly known: number
  /** Before which letters it is parted, and by how many signs just now. */
  readonly gaps: readonly number[]
  readonly gap: number
}

const beginAt = (at: number, stretch: Stretch): Path => ({
  ...{ begin: at, at, stretch, depth: 0 },
  ...{ covered: 0, alike: 0, known: 0, gaps: [], gap: 0 },
})

const mostStandIns = 2
const fewestLetters = 3
/** Of shorter ones, one letter is too much to be sure of the rest. */
const certainFrom = 4
const longestGap = 3
/** A word has that many letters at most, and some gaps. */
const mostBefore = 2 * longestWord

function goOn(walk: Walk, path: Path): void {
  const { at, stretch, depth, gap, gaps } = path
  const word = depth === 0 || gap > 0 ? null : walk.lexicon.ending(stretch, depth)
  if (word !== null) keep(walk, path, word)
  const unit = walk.text.plain[at]
  if (unit === ' ') {
    if (depth > 0 && gap < longestGap)
      goOn(walk, { ...path, at: at + 1, gap: gap + 1, gaps: gap === 0 ? [...gaps, depth] : gaps })
  } else if (unit !== undefined) {
    step(walk, path, unit.charCodeAt(0), {})
    if (path.covered + path.alike + path.known < mostStandIns) stepByStandIn(walk, path, unit)
  }
}

function stepByStandIn(walk: Walk, path: Path, unit: string): void {
  const { at, stretch, depth, gap, covered, alike, known } = path
  if (depth > 0 && gap === 0 && (unit === cover || unit === picture || unit === heart))
    for (const next of walk.lexicon.next(stretch, depth))
      if (unit === cover || isLetter(next)) step(walk, path, next, { covered: covered + 1 })
  for (const letter of lookAlikes.get(unit) ?? '') step(walk, path, letter.charCodeAt(0), { alike: alike + 1 })
  const asWechat = wechatLetter(walk.text.plain, at)
  if (asWechat !== null) step(walk, path, asWechat.charCodeAt(0), { known: known + 1 })
}

function step(walk: Walk, path: Path, unit: number, more: Partial<Path>): void {
  const stretch = walk.lexicon.narrowed(path.stretch, path.depth, unit)
  if (stretch === null) return
  const { covered, alike, known } = { ...path, ...more }
  goOn(walk, { ...path, covered, alike, known, stretch, at: path.at + 1, depth: path.depth + 1, gap: 0 })
}

/** What everybody reads as 微 before 信 or a heart, and a heart after it. */
function wechatLetter(plain: string, at: number): '微' | '信' | null {
  if (plain[at] === heart) return isWei(plain[at - 1]) ? '信' : null
  return plain[at] !== '微' && isWei(plain[at]) && /[信❤]/.test(plain[at + 1] ?? '') ? '微' : null
}

function keep({ text, sought, found }: Walk, path: Path, word: string): void {
  const { begin, at, gaps } = path
  const known = sought.get(word)
  const doubt = doubtAbout(path, word)
  if (doubt === 'nothing' || known === undefined || known.entry === null || !mayEnd(text, at)) return
  if (!gaps.every(gap => known.gaps.has(gap))) return
  const range = originalRange(text, begin, at)
  if (isPartOfAddress(text.text, range)) return
  found.push({ ...range, entry: known.entry, doubt })
}

function doubtAbout({ covered, alike, known }: Path, word: string): Doubt | 'nothing' | null {
  const standIns = covered + alike
  if (standIns === 0) return known === 0 ? 'nothing' : known === 1 ? null : 'masked'
  if (word.length < fewestLetters || (standIns > 1 && word.length < certainFrom)) return 'nothing'
  return standIns + known === 1 && word.length >= certainFrom ? null : 'masked'
}

const isLetter = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a
