/** How many of these moments, in milliseconds, lie within one minute at the most. */
export function mostInAMinute(moments: readonly number[]): number {
  const sorted = moments.toSorted((a, b) => a - b)
  return Math.max(0, ...sorted.map(from => sorted.filter(at => at >= from && at < from + 60_000).length))
}
