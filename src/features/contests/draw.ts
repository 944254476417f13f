import { createRandom, type Random } from '../../base/random.ts'

/** The same seed shuffles the same items the same way, in whatever order they come: they are told apart by `nameOf`. */
export function shuffled<T>(items: readonly T[], nameOf: (item: T) => string, random: Random): readonly T[] {
  const rest = items.toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1))
  for (let at = rest.length - 1; at > 0; at--) {
    const [taken] = rest.splice(random.int(0, at), 1)
    if (taken !== undefined) rest.push(taken)
  }
  return rest
}

/** Which side each is drawn to, by id; sides differ by one member at most. */
export function drawSides(memberIds: readonly string[], sides: number, seed: number): ReadonlyMap<string, number> {
  const order = shuffled(memberIds, id => id, createRandom(seed))
  return new Map(order.map((id, at) => [id, at % sides]))
}

/** A seed of a contest's own, from the part of its id that is chance. */
export function seedOf(contestId: string): number {
  return Number.parseInt(contestId.slice(-7), 16)
}

/** A seed for one member of it. */
export function seedFor(seed: number, memberId: string): number {
  let mixed = seed >>> 0
  for (const letter of memberId) mixed = Math.imul(mixed ^ letter.charCodeAt(0), 0x01000193) >>> 0
  return mixed
}
