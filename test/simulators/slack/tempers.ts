/** What goes wrong with a call. With `afterEffect` the call is carried out first: the uncertain case. */
export type Failure = { readonly afterEffect?: true } & (
  | { readonly status: number }
  | { readonly error: string }
  | { readonly retryAfter: number }
  /** Never answers. */
  | { readonly hang: true }
  /** Cuts the connection instead of answering. */
  | { readonly drop: true }
)

export interface Tempers {
  /** The next calls of this method fail; also `upload` and `response_url`, which are no methods but are called. */
  failNext(method: string, failure: Failure, times?: number): void
  take(method: string): Failure | undefined
  /** Failures that no call has met, in words. */
  unused(): readonly string[]
  tokensRevoked: boolean
  refusesConnections: boolean
}

export function createTempers(): Tempers {
  const planned: { method: string; failure: Failure; left: number }[] = []
  return {
    tokensRevoked: false,
    refusesConnections: false,
    failNext(method, failure, times = 1) {
      planned.push({ method, failure, left: times })
    },
    take(method) {
      const next = planned.find(plan => plan.method === method && plan.left > 0)
      if (next === undefined) return undefined
      next.left -= 1
      return next.failure
    },
    unused: () =>
      planned
        .filter(({ left }) => left > 0)
        .map(({ method, left }) => `${left} failure(s) of ${method} were never met`),
  }
}
