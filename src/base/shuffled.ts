/** In an order by chance. `pick` answers a whole number from 0 to just below the one given. */
export function shuffled<T>(all: readonly T[], pick: (below: number) => number): T[] {
  const left = [...all]
  const drawn: T[] = []
  while (left.length > 0) drawn.push(...left.splice(pick(left.length), 1))
  return drawn
}
