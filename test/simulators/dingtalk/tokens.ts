import { randomUUID } from 'node:crypto'

export type TokenState = 'good' | 'expired' | 'unknown'

/** The access tokens that were given out; several may be good at once. */
export interface Tokens {
  issue(): string
  stateOf(token: string | undefined): TokenState
  /** As if their time were over: the app has to ask for another one. */
  expire(): void
}

export function createTokens(now: () => number, lifeMs: number): Tokens {
  const until = new Map<string, number>()
  return {
    issue() {
      const token = randomUUID().replaceAll('-', '')
      until.set(token, now() + lifeMs)
      return token
    },
    stateOf(token = '') {
      const end = until.get(token)
      if (end === undefined) return 'unknown'
      return now() < end ? 'good' : 'expired'
    },
    expire() {
      for (const token of until.keys()) until.set(token, 0)
    },
  }
}
