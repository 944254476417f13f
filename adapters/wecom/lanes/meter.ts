import { PlatformError } from '../../../src/platform/errors.ts'
import { Memory } from '../../shared/memory.ts'
import type { LaneName } from './lane.ts'

type Metered = Exclude<LaneName, 'webhook'>

/** WeCom counts when a message arrives, we count before it goes: some are under way so much longer than others. */
const underWayMs = 2_000

/** WeCom's limits are 30 a minute in a chat and 1,000 an hour; of a webhook its own lane counts. */
const most: Readonly<Record<Metered, readonly { readonly count: number; readonly withinMs: number }[]>> = {
  bot: [
    { count: 28, withinMs: 60_000 + underWayMs },
    { count: 950, withinMs: 3_600_000 + underWayMs },
  ],
  app: [
    { count: 28, withinMs: 60_000 + underWayMs },
    { count: 950, withinMs: 3_600_000 + underWayMs },
  ],
}

const longestMs = 3_600_000 + underWayMs
const chatsRemembered = 5_000

/**
 * Counts what goes out, since one delivery may be several messages. The outbox keeps the pace of deliveries; this keeps
 * that of messages.
 */
export interface Meter {
  /** Throws `rate-limited` before a message that would be one too many. */
  spend(lane: Metered, chatId: string): void
  /** The milliseconds until there is room for one more. */
  waitFor(lane: Metered, chatId: string): number
}

/** @param now - milliseconds */
export function createMeter(now: () => number): Meter {
  const spent = new Memory<readonly number[]>(chatsRemembered)

  function look(lane: Metered, chatId: string) {
    const at = now()
    const name = `${lane} ${chatId}`
    const before = (spent.get(name) ?? []).filter(one => at - one < longestMs)
    const wait = Math.max(...most[lane].map(({ count, withinMs }) => untilRoom(before, count, at - withinMs)))
    return { at, name, before, wait }
  }

  return {
    spend(lane, chatId) {
      const { at, name, before, wait } = look(lane, chatId)
      if (wait > 0) throw new PlatformError('rate-limited', `${lane}: as many as one may say`, { retryAfterMs: wait })
      spent.set(name, [...before, at])
    },
    waitFor: (lane, chatId) => look(lane, chatId).wait,
  }
}

/** How long until there is room for one more: when the oldest of the last `count` is past `since`. */
function untilRoom(times: readonly number[], count: number, since: number): number {
  const oldest = times.at(-count)
  return times.length < count || oldest === undefined ? 0 : Math.max(0, oldest - since)
}
