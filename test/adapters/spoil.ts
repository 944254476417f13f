/** The same JSON with one of its values replaced: the one at this place, counted round and round. */
export function spoil(json: unknown, { at, junk }: { at: number; junk: unknown }): unknown {
  let left = at % countOf(json)
  const walk = (value: unknown): unknown => {
    if (left-- === 0) return junk
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]))
  }
  return walk(json)
}

function countOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1
  return Object.values(value).reduce((sum: number, inner) => sum + countOf(inner), 1)
}
