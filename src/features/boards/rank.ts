export interface Row {
  readonly memberId: string
  readonly value: number
}

export interface Ranked extends Row {
  /** 1 is first; equals share a rank and the next one is that many further on: 1 2 2 4. */
  readonly rank: number
}

/** Which value is the better one. */
export type Direction = 'most' | 'least'

/** Best first. The order of the rows given makes no difference; equals stand in the order of their ids. */
export function rank(rows: readonly Row[], direction: Direction): readonly Ranked[] {
  const sign = direction === 'most' ? -1 : 1
  const sorted = rows.toSorted((one, other) => sign * (one.value - other.value) || byId(one, other))
  let rank = 0
  return sorted.map(({ memberId, value }, at) => {
    if (value !== sorted[at - 1]?.value) rank = at + 1
    return { memberId, value, rank }
  })
}

function byId(one: Row, other: Row): number {
  return one.memberId < other.memberId ? -1 : 1
}

export type Movement =
  | { readonly kind: 'up' | 'down'; readonly by: number }
  | { readonly kind: 'same' }
  | { readonly kind: 'new' }

/** From the rank before (undefined when there was none) to the one now. */
export function movementOf(now: number, before: number | undefined): Movement {
  if (before === undefined) return { kind: 'new' }
  if (before === now) return { kind: 'same' }
  return now < before ? { kind: 'up', by: before - now } : { kind: 'down', by: now - before }
}

/**
 * The rows that everybody may see: those of rank `most` or better, equals kept together. Where the ranking ends with the
 * team's last (`endsWithLast`) the last rank stays out, unless all share the first: nobody is shown at the bottom.
 */
export function topOf<R extends Ranked>(ranked: readonly R[], most: number, endsWithLast: boolean): readonly R[] {
  const lastRank = ranked.at(-1)?.rank ?? 0
  const hidden = endsWithLast && lastRank > 1 ? lastRank : Number.POSITIVE_INFINITY
  return ranked.filter(row => row.rank <= most && row.rank < hidden)
}

/** How far a row is from the next better value; null for the first. */
export function gapAbove(ranked: readonly Ranked[], row: Ranked): number | null {
  const better = ranked.findLast(other => other.rank < row.rank)
  return better ? Math.abs(better.value - row.value) : null
}
