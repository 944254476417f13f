const windowMs = 1_000

export interface Quota {
  /** Calls that were counted in this month, in China's time. */
  readonly used: number
  /** Takes one of the month's calls; false when they are used up. */
  spend(): boolean
  /** As if the company had made so many calls already. */
  use(calls: number): void
  /** Takes one of the calls that one API may have in a second; false when they are used up. */
  pace(path: string, perSecond: number): boolean
  /** The APIs that were called too often. */
  readonly tooFast: readonly string[]
}

interface Clocks {
  readonly now: () => Date
  readonly realNow: () => number
}

export function createQuota({ now, realNow }: Clocks, monthlyCalls: number): Quota {
  const months = new Map<string, number>()
  const recent = new Map<string, number[]>()
  const tooFast: string[] = []
  const used = () => months.get(monthOf(now())) ?? 0
  const use = (calls: number) => void months.set(monthOf(now()), used() + calls)
  return {
    get used() {
      return used()
    },
    spend() {
      if (used() >= monthlyCalls) return false
      use(1)
      return true
    },
    use,
    tooFast,
    pace(path, perSecond) {
      const at = realNow()
      const calls = (recent.get(path) ?? []).filter(call => at - call < windowMs)
      recent.set(path, calls)
      if (calls.length >= perSecond) {
        tooFast.push(path)
        return false
      }
      calls.push(at)
      return true
    },
  }
}

/** DingTalk counts in China's months, whatever the time zone of the team. */
function monthOf(date: Date): string {
  return new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, 7)
}
