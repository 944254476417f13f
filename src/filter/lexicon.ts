/** Those words of a lexicon that begin with what was read so far: from `from` up to `to`. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/**
 * Words in the order of their units, to be gone down unit by unit as a trie would be. It is built by sorting alone, and to
 * go down costs a few comparisons.
 */
export interface Lexicon {
  readonly all: Stretch
  /** The words that have this unit next, at that depth. */
  narrowed(stretch: Stretch, depth: number, unit: number): Stretch | null
  /** All units that come next at that depth. */
  next(stretch: Stretch, depth: number): readonly number[]
  /** The word that ends at that depth. */
  ending(stretch: Stretch, depth: number): string | null
}

export function createLexicon(given: Iterable<string>): Lexicon {
  const words = [...new Set(given)].sort()
  const beginnings = beginningsOf(words)

  /** Words that end before it come first. */
  function unitAt(at: number, depth: number): number {
    const word = words[at]
    return word === undefined || word.length <= depth ? -1 : word.charCodeAt(depth)
  }

  /** In the stretch from `from` up to `to`, the first word with this unit or a greater one. */
  function firstFrom(from: number, to: number, depth: number, unit: number): number {
    let [low, high] = [from, to]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (unitAt(middle, depth) < unit) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    all: { from: 0, to: words.length },
    narrowed({ from: begin, to: end }, depth, unit) {
      if (depth === 0) return beginnings.get(unit) ?? null
      const from = firstFrom(begin, end, depth, unit)
      if (from === end || unitAt(from, depth) !== unit) return null
      return { from, to: firstFrom(from, end, depth, unit + 1) }
    },
    next({ from, to }, depth) {
      const units: number[] = []
      for (let at = firstFrom(from, to, depth, 0); at < to; ) {
        const unit = unitAt(at, depth)
        units.push(unit)
        at = firstFrom(at, to, depth, unit + 1)
      }
      return units
    },
    ending({ from }, depth) {
      const word = words[from]
      return word?.length === depth ? word : null
    },
  }
}

function beginningsOf(words: readonly string[]): ReadonlyMap<number, Stretch> {
  const beginnings = new Map<number, Stretch>()
  let from = 0
  for (let to = 1; to <= words.length; to++) {
    const unit = words[from]?.charCodeAt(0) ?? 0
    if (words[to]?.charCodeAt(0) === unit) continue
    beginnings.set(unit, { from, to })
    from = to
  }
  return beginnings
}
