import type { Clock } from '../../src/base/clock.ts'
import type { Log } from '../../src/base/log.ts'
import type { Lane } from '../../src/platform/adapter.ts'
import { PlatformError } from '../../src/platform/errors.ts'
import type { Memory } from '../../src/platform/memory.ts'
import { forecast, keepFrom, monthAt, warnAt } from './month.ts'

/** The metered calls that DingTalk lets a company make in a month, all its apps together. */
export interface Quota {
  /** Counts a call before it is made. Throws PlatformError `forbidden` when what is left is kept for more urgent ones. */
  spend(lane: Lane): Promise<void>
  /** Whether a call of this lane would still be made. */
  allows(lane: Lane): Promise<boolean>
  /** DingTalk itself says that there is none left: other apps of the company call too. */
  isSpent(): Promise<void>
  used(): Promise<Used>
}

export interface Used {
  readonly calls: number
  readonly of: number
  /** What the month comes to if it goes on like this. */
  readonly forecast: number
}

export interface QuotaParts {
  readonly memory: Memory
  /** Real time. */
  readonly clock: Clock
  readonly log: Log
  /** What the company's edition grants. */
  readonly monthlyCalls: number
}

/** Kept by the month, so a new month begins at nothing and several processes count together. */
export function createQuota({ memory, clock, log, monthlyCalls: of }: QuotaParts): Quota {
  const keyNow = () => `calls:${monthAt(clock.now()).name}`

  async function callsIn(key: string): Promise<number> {
    const kept = await reach(() => memory.get(key))
    return typeof kept === 'number' ? kept : 0
  }

  let toldSpent = ''

  const isOpen = (lane: Lane, calls: number) => isUrgent(lane) || calls < of * keepFrom

  return {
    async spend(lane) {
      const key = keyNow()
      if (!isUrgent(lane) && !isOpen(lane, await callsIn(key))) throw kept(lane)
      const calls = await reach(() => memory.add(key, 1))
      // It goes up one by one and only once over the line, whoever counts.
      if (calls === Math.ceil(of * warnAt)) {
        const foreseen = forecast(calls, monthAt(clock.now()))
        log.warn({ calls, of, forecast: foreseen }, 'dingtalk: 70 % of the metered calls of this month are used')
      }
    },
    async allows(lane) {
      return isOpen(lane, await callsIn(keyNow()))
    },
    async isSpent() {
      const key = keyNow()
      const missing = of - (await callsIn(key))
      if (toldSpent !== key) log.error({ of }, 'dingtalk: the metered calls of this month are used up')
      toldSpent = key
      if (missing > 0) await reach(() => memory.add(key, missing))
    },
    async used() {
      const calls = await callsIn(keyNow())
      return { calls, of, forecast: forecast(calls, monthAt(clock.now())) }
    },
  }
}

function isUrgent(lane: Lane): boolean {
  return lane === 'reply' || lane === 'urgent'
}

/** Given up, or said elsewhere: kept until the next month it would come with everything else, and hold back the replies. */
function kept(lane: Lane): PlatformError {
  return new PlatformError('forbidden', `the last metered calls of this month are kept for replies, not for a ${lane}`)
}

async function reach<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new PlatformError('unavailable', 'the count of metered calls cannot be reached', { cause: error })
  }
}
