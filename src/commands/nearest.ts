import { fold } from './normalise.ts'

interface Named {
  readonly words: readonly string[]
}

const han = /\p{Script=Han}/u

/** In so many sentences that they make no word near. */
const common: ReadonlySet<string> = new Set('我你的了是')

/** The command that was perhaps meant by a word that calls none; null when nothing is near. */
export function nearest<C extends Named>(word: string, catalogue: readonly C[]): C | null {
  const typed = fold(word)
  let best: { command: C; distance: number } | null = null
  for (const command of catalogue) {
    const distance = Math.min(...command.words.map(known => distanceOf(typed, known)))
    if (distance < (best?.distance ?? Number.POSITIVE_INFINITY)) best = { command, distance }
  }
  return best?.command ?? null
}

/** From 0, the same, to 1, the farthest that is still near; infinite beyond. */
function distanceOf(typed: string, known: string): number {
  return han.test(known) ? unsharedPart(typed, known) : typoPart(typed, known)
}

/** Chinese words are glued to what follows them, so only as many characters as the word has are looked at. */
function unsharedPart(typed: string, known: string): number {
  const left = [...typed].slice(0, [...known].length)
  const shared = [...known].filter(character => !common.has(character) && remove(left, character)).length
  const part = 2 * (1 - shared / [...known].length)
  return part <= 1 ? part : Number.POSITIVE_INFINITY
}

function remove(characters: string[], character: string): boolean {
  const at = characters.indexOf(character)
  if (at >= 0) characters.splice(at, 1)
  return at >= 0
}

/** Two typing errors make a word near, one if it is short: most words of three letters are two errors apart. */
function typoPart(typed: string, known: string): number {
  const allowed = known.length <= 3 ? 1 : 2
  if (Math.abs(typed.length - known.length) > allowed) return Number.POSITIVE_INFINITY
  const errors = editDistance(typed, known)
  return errors <= allowed ? errors / 2 : Number.POSITIVE_INFINITY
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
export function editDistance(a: string, b: string): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? (before[j - 2] ?? Number.POSITIVE_INFINITY) + 1
          : Number.POSITIVE_INFINITY
      row.push(Math.min(replaced, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, swapped))
    }
    before = above
    above = row
  }
  return above[b.length] ?? 0
}
