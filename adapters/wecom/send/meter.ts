import { PlatformError } from '../../../src/platform/errors.ts'
import { Memory } from '../../shared/memory.ts'
import type { LaneName } from '../lanes/lane.ts'

type Metered = Exclude<LaneName, 'webhook'>

/** WeCom's limits are 30 a minute in a chat and 1,000 an hour; of a webhook its own lane counts. */
const most: Readonly<Record<Metered, readonly { readonly count: number; readonly withinMs: number }[]>> = {
  bot: [
    { count: 28, withinMs: 60_000 },
    { count: 950, withinMs: 3_600_000 },
  ],
  app: [
    { count: 28, withinMs: 60_000 },
    { count: 950, withinMs: 3_600_000 },
  ],
}

const longestMs = 3_600_000
const chatsRemembered = 5_000

/**
 * Counts what goes out, since one delivery may be several messages. The outbox keeps the pace of deliveries; this keeps
 * that of messages.
 */
export interface Meter {
  /** Throws `rate-limited` before a message that would be one too many. */
  spend(lane: Metered, chatId: string): void
}

/** @param now - milliseconds */
export function createMeter(now: () => number): Meter {
  const spent = new Memory<readonly number[]>(chatsRemembered)
  return {
    spend(lane, chatId) {
      const at = now()
      const name = `${lane} ${chatId}`
      const before = (spent.get(name) ?? []).filter(one => at - one < longestMs)
      const wait = Math.max(...most[lane].map(({ count, withinMs }) => waitFor(before, count, at - withinMs)))
      if (wait > 0) throw new PlatformError('rate-limited', `${lane}: as many as one may say`, { retryAfterMs: wait })
      spent.set(name, [...before, at])
    },
  }
}

/** How long until there is room for one more: when the oldest of the last `count` is past `since`. */
function waitFor(times: readonly number[], count: number, since: number): number {
  const oldest = times.at(-count)
  return times.length < count || oldest === undefined ? 0 : Math.max(0, oldest - since)
}
