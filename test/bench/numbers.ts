/** The value below which `part` (from 0 to 1) of them lie. Throws for none. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]
  if (value === undefined) throw new RangeError('There is nothing to measure')
  return value
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** How long each call of a run took, and the whole run. Milliseconds. */
export interface Timed {
  readonly each: readonly number[]
  readonly total: number
}

/** Does `work` `count` times with `width` under way at any moment. */
export async function inFlight(count: number, width: number, work: (n: number) => Promise<unknown>): Promise<Timed> {
  const each: number[] = []
  let begun = 0
  const lane = async () => {
    while (begun < count) {
      const n = begun++
      const from = performance.now()
      await work(n)
      each.push(performance.now() - from)
    }
  }
  const from = performance.now()
  await Promise.all(Array.from({ length: width }, lane))
  return { each, total: performance.now() - from }
}

export const perSecond = ({ each, total }: Timed): number => (each.length / total) * 1000
