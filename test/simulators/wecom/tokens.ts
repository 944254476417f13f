import { randomUUID } from 'node:crypto'

/** The access token of the app: the same one is given until its time is over. */
export interface Tokens {
  issue(): { readonly token: string; readonly leftMs: number }
  stateOf(token: string | undefined): 'good' | 'expired' | 'unknown'
  /** As if its time were over: the app has to ask for another one. */
  expire(): void
}

export function createTokens(realNow: () => number, lifeMs: number): Tokens {
  const past = new Set<string>()
  let current: { readonly token: string; readonly until: number } | null = null
  const retire = () => {
    if (current !== null) past.add(current.token)
    current = null
  }
  const refresh = () => {
    if (current !== null && realNow() >= current.until) retire()
    return current
  }
  return {
    issue() {
      const { token, until } = refresh() ?? { token: randomUUID(), until: realNow() + lifeMs }
      current = { token, until }
      return { token, leftMs: until - realNow() }
    },
    stateOf(token = '') {
      if (refresh()?.token === token) return 'good'
      return past.has(token) ? 'expired' : 'unknown'
    },
    expire: retire,
  }
}
