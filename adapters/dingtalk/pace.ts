/** DingTalk takes twenty calls of an API in a second from one app. We stay below: another process may share the app. */
const perSecond = 15
/** So many may go at once; the rest is spread over the second, so that no second ever sees more than `perSecond`. */
const burst = 5

export interface Pace {
  /** Takes a turn of the method: the milliseconds to wait before the call, or null when that were longer than `atMost`. */
  turn(method: string, now: number, atMost: number): number | null
  /** DingTalk asked to leave the method alone for so many milliseconds. */
  hold(method: string, now: number, forMs: number): void
  /** DingTalk asked to leave all of them alone. */
  holdAll(now: number, forMs: number): void
  /** The milliseconds until the method has a turn to give. */
  waitFor(method: string, now: number): number
}

const spacing = 1_000 / (perSecond - burst)
/** So far ahead of its even place a call may go, which makes the burst. */
const headStart = (burst - 1) * spacing

/** Keeps each method's pace. Turns are given in the order in which they are asked for. */
export function createPace(): Pace {
  /** When each method's next call would be due, had all been evenly spread. */
  const due = new Map<string, number>()
  let allFrom = Number.NEGATIVE_INFINITY

  const waitFor = (method: string, now: number) => Math.max(0, allFrom - now, (due.get(method) ?? 0) - headStart - now)

  return {
    waitFor,
    turn(method, now, atMost) {
      const wait = waitFor(method, now)
      if (wait > atMost) return null
      due.set(method, Math.max(due.get(method) ?? 0, now) + spacing)
      return wait
    },
    hold(method, now, forMs) {
      due.set(method, Math.max(due.get(method) ?? 0, now + forMs + headStart))
    },
    holdAll(now, forMs) {
      allFrom = Math.max(allFrom, now + forMs)
    },
  }
}
