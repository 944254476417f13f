/** From here on work is not in proportion to its size any more. */
const tooMuch = 24

/**
 * How many times as long work takes on eight times the size: 8 when it is linear, 64 when it is quadratic.
 * The smallest of many tries is free of other work's noise, so it goes on trying while the answer would be a bad one.
 */
function growth(work: (size: number) => unknown, size: number): number {
  const timeOf = (times: number): number => {
    const before = performance.now()
    work(times)
    return performance.now() - before
  }
  let [short, long] = [Infinity, Infinity]
  for (let attempt = 0; attempt < 100 && !(long < short * tooMuch && attempt > 2); attempt += 1) {
    short = Math.min(short, timeOf(size))
    long = Math.min(long, timeOf(size * 8))
  }
  return long / short
}

/** Throws when it takes clearly more than in proportion to the size: a ratio, so it holds on any machine. */
export function staysInProportion(work: (size: number) => unknown, size: number): void {
  const times = growth(work, size)
  if (!(times < tooMuch)) throw new Error(`on eight times the size it takes ${times.toFixed(1)} times as long`)
}
