type Values = Readonly<Record<string, number>>

export interface PairRow {
  readonly metricKey: string
  /** Null where nothing was planned, or nothing was reported: not the same as 0. */
  readonly planned: number | null
  readonly done: number | null
  /** Done less planned; null unless both are known. */
  readonly difference: number | null
}

/** The plan and the report of a day, side by side. */
export interface Pair {
  readonly rows: readonly PairRow[]
  /** How near the plan came to what happened, from 0 to 1; null when nothing can be compared. */
  readonly accuracy: number | null
}

/** In the order of the metrics; metrics that neither names are left out. */
export function pairOf(metrics: readonly { readonly key: string }[], planned: Values, done: Values): Pair {
  const rows = metrics
    .map(({ key }) => rowOf(key, planned[key] ?? null, done[key] ?? null))
    .filter(row => row.planned !== null || row.done !== null)
  const likenesses = rows.map(likenessOf).filter(likeness => likeness !== null)
  const sum = likenesses.reduce((total, likeness) => total + likeness, 0)
  return { rows, accuracy: likenesses.length === 0 ? null : sum / likenesses.length }
}

/** The metric that fell short of its plan by the largest part of it; of equals the first. */
export function largestGap({ rows }: Pair): PairRow | null {
  return rows.reduce<PairRow | null>(
    (worst, row) => (shortfall(row) > (worst === null ? 0 : shortfall(worst)) ? row : worst),
    null,
  )
}

function rowOf(metricKey: string, planned: number | null, done: number | null): PairRow {
  const difference = planned === null || done === null ? null : round(done - planned)
  return { metricKey, planned, done, difference }
}

/** The smaller part of the larger: half and double the plan are equally far off. */
function likenessOf({ planned, done }: PairRow): number | null {
  if (planned === null || done === null || planned < 0 || done < 0) return null
  const larger = Math.max(planned, done)
  return larger === 0 ? 1 : Math.min(planned, done) / larger
}

function shortfall({ planned, difference }: PairRow): number {
  if (planned === null || planned <= 0 || difference === null || difference >= 0) return 0
  return -difference / planned
}

/** Values have four decimals; what a subtraction adds beyond them is noise. */
function round(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
