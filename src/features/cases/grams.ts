/** Runs of Chinese characters, and words of everything else. */
const runs = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu
const han = /^\p{Script=Han}/u

/** In so many sentences that they make none alike. */
const common: ReadonlySet<string> = new Set(
  'a an and are as at be by for from has have in is it its of on or our that the their they this to was we were with you'.split(
    ' ',
  ),
)

/** More pieces than anybody's problem has; what goes beyond is not looked at. */
const MOST = 800

/**
 * The pieces by which texts are compared: pairs of neighbouring Chinese characters, and whole words of other scripts, in one
 * spelling for width, case and accents. A Chinese character that stands alone is a piece by itself.
 */
export function gramsOf(text: string): ReadonlySet<string> {
  const all = runsIn(text).flatMap(run => (han.test(run) ? pairs([...run]) : [run]))
  const telling = all.filter(gram => !common.has(gram))
  return new Set((telling.length > 0 ? telling : all).slice(0, MOST))
}

/** Those by which a card is found: single Chinese characters too, since somebody may look for one. */
export function searchGramsOf(text: string): ReadonlySet<string> {
  const single = runsIn(text).flatMap(run => (han.test(run) ? [...run] : []))
  return new Set([...gramsOf(text), ...single].slice(0, MOST))
}

function runsIn(text: string): readonly string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain.match(runs) ?? []
}

function pairs(characters: readonly string[]): readonly string[] {
  if (characters.length === 1) return characters
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`)
}

type Grams = ReadonlySet<string>

/** How alike two texts are, from 0, nothing in common, to 1, the same pieces. */
export function similarity(one: Grams, other: Grams): number {
  const total = one.size + other.size
  return total === 0 ? 0 : (2 * shared(one, other)) / total
}

/** The part of what is looked for that is there, from 0 to 1. */
export function coverage(wanted: Grams, there: Grams): number {
  return wanted.size === 0 ? 0 : shared(wanted, there) / wanted.size
}

function shared(one: Grams, other: Grams): number {
  return [...one].filter(gram => other.has(gram)).length
}

/** A piece as a number of 32 bits (FNV-1a), with its sign. Several pieces may have one number. */
export function gramNumber(gram: string): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(gram)) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash | 0
}
