/** What is used of a month's metered calls, and what that comes to. Pure. DingTalk counts in China's months. */

const chinaAheadMs = 8 * 3_600_000
const day = 86_400_000

export interface Month {
  /** `2026-05` */
  readonly name: string
  /** From its beginning, in days; with fractions. */
  readonly gone: number
  readonly days: number
}

export function monthAt(now: Date): Month {
  const there = new Date(now.getTime() + chinaAheadMs)
  const begin = Date.UTC(there.getUTCFullYear(), there.getUTCMonth(), 1)
  const end = Date.UTC(there.getUTCFullYear(), there.getUTCMonth() + 1, 1)
  return { name: there.toISOString().slice(0, 7), gone: (there.getTime() - begin) / day, days: (end - begin) / day }
}

/** What the month would come to if it went on like this. The first day alone says little: it counts as a whole one. */
export function forecast(used: number, { gone, days }: Month): number {
  return Math.round((used * days) / Math.max(1, gone))
}

/** Said once, while there is still time to do something. */
export const warnAt = 0.7
/** What is left from here on is for replies and urgent matters. */
export const keepFrom = 0.9
