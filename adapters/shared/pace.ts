/** How often a platform lets us call a method. */
export interface Allowance {
  /** Milliseconds between two calls, were they evenly spread. */
  readonly spacingMs: number
  /** So many may go at once. They are taken out of the allowance: no window ever sees more than is allowed. */
  readonly burst: number
}

export interface Pace {
  /** Takes a turn of the method: the milliseconds to wait before the call, or null when that were longer than `atMost`. */
  turn(method: string, now: number, atMost: number): number | null
  /** The platform asked to leave the method alone for so many milliseconds. */
  hold(method: string, now: number, forMs: number): void
  /** It asked to leave all of them alone. */
  holdAll(now: number, forMs: number): void
  /** The milliseconds until the method has a turn to give. */
  waitFor(method: string, now: number): number
}

/** Keeps each method's pace. Turns are given in the order in which they are asked for. */
export function paceBy(allowanceOf: (method: string) => Allowance): Pace {
  /** When each method's next call would be due, had all been evenly spread. */
  const due = new Map<string, number>()
  let allFrom = Number.NEGATIVE_INFINITY

  /** So far ahead of its even place a call may go, which makes the burst. */
  function headStart(method: string): number {
    const { spacingMs, burst } = allowanceOf(method)
    return (burst - 1) * spacingMs
  }

  function waitFor(method: string, now: number): number {
    return Math.max(0, allFrom - now, (due.get(method) ?? 0) - headStart(method) - now)
  }

  return {
    waitFor,
    turn(method, now, atMost) {
      const wait = waitFor(method, now)
      if (wait > atMost) return null
      due.set(method, Math.max(due.get(method) ?? 0, now) + allowanceOf(method).spacingMs)
      return wait
    },
    hold(method, now, forMs) {
      due.set(method, Math.max(due.get(method) ?? 0, now + forMs + headStart(method)))
    },
    holdAll(now, forMs) {
      allFrom = Math.max(allFrom, now + forMs)
    },
  }
}
