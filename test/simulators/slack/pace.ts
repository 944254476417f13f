/** Calls a minute that a workspace may make of a method: Slack's tiers. */
export const tiers = { 1: 1, 2: 20, 3: 50, 4: 100 } as const

export type Tier = keyof typeof tiers

export interface Pace {
  /** Takes one from the bucket; the seconds to wait when it is empty, else 0. */
  take(bucket: string, limit: Limit): number
}

export interface Limit {
  readonly perMinute: number
  /** How many may come at once after a quiet time. */
  readonly atOnce: number
}

/** One message a second in each channel, and one more that came early: clocks and networks are not even. */
export const messagePace: Limit = { perMinute: 60, atOnce: 2 }

export function tierLimit(tier: Tier): Limit {
  return { perMinute: tiers[tier], atOnce: tiers[tier] }
}

export function createPace(now: () => number): Pace {
  const buckets = new Map<string, { full: number; at: number }>()
  return {
    take(name, { perMinute, atOnce }) {
      const at = now()
      const bucket = buckets.get(name) ?? { full: atOnce, at }
      const full = Math.min(atOnce, bucket.full + ((at - bucket.at) * perMinute) / 60_000)
      const allowed = full >= 1
      buckets.set(name, { full: allowed ? full - 1 : full, at })
      return allowed ? 0 : Math.max(1, Math.ceil(((1 - full) * 60) / perMinute))
    },
  }
}
