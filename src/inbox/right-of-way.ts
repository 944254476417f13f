import { setTimeout as sleep } from 'node:timers/promises'

/** Longer nobody gives way, in milliseconds: a flood must not put off for ever what was acknowledged before it. */
const longest = 250

export interface RightOfWay {
  /** Does work to which others give way. */
  first<T>(work: () => Promise<T>): Promise<T>
  /** Resolves when no such work is under way, or after a quarter of a second. */
  giveWay(): Promise<void>
}

/**
 * Whoever waits for "ok" goes before what was acknowledged already: a platform gives up after seconds, and on the embedded
 * database the handling of one message would hold up the writing down of many.
 */
export function createRightOfWay(): RightOfWay {
  let underWay = 0
  let clear = Promise.withResolvers<void>()
  return {
    async first(work) {
      if (underWay++ === 0) clear = Promise.withResolvers()
      try {
        return await work()
      } finally {
        if (--underWay === 0) clear.resolve()
      }
    },
    async giveWay() {
      if (underWay === 0) return
      const enough = new AbortController()
      // Nothing but our own abort ends it early.
      const waited = sleep(longest, undefined, { signal: enough.signal, ref: false }).catch(() => undefined)
      await Promise.race([clear.promise, waited])
      enough.abort()
    },
  }
}
