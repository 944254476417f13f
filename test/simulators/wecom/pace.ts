const minuteMs = 60_000
const hourMs = 3_600_000

export interface Rate {
  readonly perMinute: number
  readonly perHour?: number
}

export interface Pace {
  /** Takes one; false when they are used up for now. */
  take(what: string, rate: Rate): boolean
  /** What could not be taken. */
  readonly tooFast: readonly string[]
}

export function createPace(realNow: () => number): Pace {
  const taken = new Map<string, number[]>()
  const tooFast: string[] = []
  return {
    tooFast,
    take(what, { perMinute, perHour = Number.POSITIVE_INFINITY }) {
      const at = realNow()
      const recent = (taken.get(what) ?? []).filter(each => at - each < hourMs)
      taken.set(what, recent)
      const lastMinute = recent.filter(each => at - each < minuteMs).length
      if (lastMinute >= perMinute || recent.length >= perHour) {
        tooFast.push(what)
        return false
      }
      recent.push(at)
      return true
    },
  }
}

export const conversationRate: Rate = { perMinute: 30, perHour: 1_000 }
export const webhookRate: Rate = { perMinute: 20 }
