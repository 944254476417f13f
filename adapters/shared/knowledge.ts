import type { Clock } from '../../src/base/clock.ts'
import { oneFlight } from './flights.ts'
import { Memory } from './memory.ts'

/** What a platform told when it was asked. What is known is in memory; it is asked for only when somebody waits for it. */
export interface Knowledge<T> {
  /** From memory alone. */
  known(key: string): T | null
  /** Asks where it is not known, or has been known for too long. The very same object as before when nothing was told. */
  learn(key: string): Promise<T | null>
  forget(key: string): void
}

const mostKept = 10_000
/** What was learnt so long ago is learnt anew, in milliseconds: nobody tells us when somebody is renamed. */
const goodFor = 24 * 3_600_000
/** What the platform would not tell is not asked for again so soon, in milliseconds. */
const askAgainAfter = 600_000

interface Learnt<T> {
  /** Null when the platform never told. */
  readonly found: T | null
  /** Milliseconds since 1970. */
  readonly at: number
}

/** @param ask - answers null when the platform does not tell; what was known before then stays */
export function createKnowledge<T>(ask: (key: string) => Promise<T | null>, clock: Clock): Knowledge<T> {
  const kept = new Memory<Learnt<T>>(mostKept)
  const known = (key: string) => kept.get(key)?.found ?? null
  const now = () => clock.now().getTime()

  const askFor = oneFlight(async key => {
    const found = (await ask(key)) ?? known(key)
    kept.set(key, { found, at: now() })
    return found
  })

  return {
    known,
    async learn(key) {
      const learnt = kept.get(key)
      if (learnt === undefined) return askFor(key)
      const { found, at } = learnt
      return now() - at < (found === null ? askAgainAfter : goodFor) ? found : askFor(key)
    },
    forget: key => kept.delete(key),
  }
}
