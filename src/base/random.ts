/** A source of chance that is the same for the same seed, so that a story can be told again exactly. */
export interface Random {
  /** From 0 up to 1. */
  next(): number
  /** From `from` to `to`, both included. */
  int(from: number, to: number): number
  /** True that often, from 0 to 1. */
  chance(part: number): boolean
  /** One of them, each as likely as the others. Throws when there is none. */
  pick<T>(from: readonly T[]): T
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0
  // mulberry32: small, quick and even enough for stories; nothing secret is ever made with it.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    int,
    chance: part => next() < part,
    pick(from) {
      const picked = from[int(0, from.length - 1)]
      if (picked === undefined) throw new RangeError('There is nothing to pick from')
      return picked
    },
  }
}
