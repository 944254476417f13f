/** Weights are taken in this many parts of the largest one: a finer difference decides only who is before whom. */
const FINENESS = 2 ** 40

/**
 * Shares a total out by weights, exactly: the shares add up to it at that many decimals. Each is its exact share cut off,
 * and what is left over goes, one unit each, to those from which most was cut off (the largest remainder); of equals to who
 * weighs more, then to the first. Without any weight all are alike. Reckoned in whole numbers, so no order and no size makes a
 * difference.
 *
 * Throws RangeError for a weight below 0 or none, for nobody to share with, and for a total too large to be exact.
 */
export function apportion(total: number, weights: readonly number[], decimals: number): readonly number[] {
  const units = Math.round(total * 10 ** decimals)
  if (weights.length === 0) throw new RangeError('there must be somebody to share with')
  if (!Number.isSafeInteger(units) || units < 0) throw new RangeError('the total cannot be shared out exactly')
  const parts = wholeWeights(weights)
  const whole = parts.reduce((sum, part) => sum + part, 0n)
  const exact = parts.map((part, at) => {
    const share = BigInt(units) * part
    return { at, weight: weights[at] ?? 0, floor: Number(share / whole), cut: share % whole }
  })
  const left = units - exact.reduce((sum, { floor }) => sum + floor, 0)
  const byCut = exact.toSorted((one, other) => {
    if (one.cut !== other.cut) return one.cut > other.cut ? -1 : 1
    return other.weight - one.weight || one.at - other.at
  })
  const raised = new Set(byCut.slice(0, left).map(({ at }) => at))
  return exact.map(({ at, floor }) => (floor + (raised.has(at) ? 1 : 0)) / 10 ** decimals)
}

function wholeWeights(weights: readonly number[]): readonly bigint[] {
  if (weights.some(weight => !Number.isFinite(weight) || weight < 0)) throw new RangeError('no weight is below 0')
  const largest = Math.max(...weights)
  if (largest === 0) return weights.map(() => 1n)
  if (weights.every(weight => Number.isSafeInteger(weight))) return weights.map(weight => BigInt(weight))
  return weights.map(weight => BigInt(Math.round((weight / largest) * FINENESS)))
}
