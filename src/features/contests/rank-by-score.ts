/** Who stands where; `score` is compared number by number, more is better. */
export interface Scored {
  readonly memberId: string
  readonly score: readonly number[]
}

/** Best first; equals share a rank and the next one is that many further on: 1 2 2 4. The order given makes no difference. */
export function rankByScore<S extends Scored>(rows: readonly S[]): readonly (S & { readonly rank: number })[] {
  const sorted = rows.toSorted((one, other) => compareScores(other, one) || (one.memberId < other.memberId ? -1 : 1))
  let rank = 0
  return sorted.map((row, at) => {
    const above = sorted[at - 1]
    if (above === undefined || compareScores(above, row) !== 0) rank = at + 1
    return { ...row, rank }
  })
}

function compareScores({ score: one }: Scored, { score: other }: Scored): number {
  const at = one.findIndex((value, index) => value !== other[index])
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0)
}
