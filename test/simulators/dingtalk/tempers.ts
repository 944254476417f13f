/** What goes wrong with a call. With `afterEffect` the call is carried out first: the uncertain case. */
export type Failure = { readonly afterEffect?: true } & (
  | { readonly status: number }
  /** A refusal of the new API: HTTP 400 unless told, with this code. */
  | { readonly code: string; readonly httpStatus?: number }
  /** A refusal of the old API or of a session: HTTP 200 with this code. */
  | { readonly errcode: number; readonly errmsg?: string }
  /** The address is banned for so many seconds. */
  | { readonly banned: number }
  /** Never answers. */
  | { readonly hang: true }
  /** Cuts the connection instead of answering. */
  | { readonly drop: true }
)

export interface Tempers {
  /** The next calls of this path fail. */
  failNext(path: string, failure: Failure, times?: number): void
  take(path: string): Failure | undefined
  /** Failures that no call has met, in words. */
  unused(): readonly string[]
  refusesConnections: boolean
  /** Connections stay open, but nothing comes out of them, not even an answer to a ping. */
  silent: boolean
  /** People to whom messages are held back for now. */
  readonly flowControlled: Set<string>
}

export function createTempers(): Tempers {
  const planned: { readonly path: string; readonly failure: Failure; left: number }[] = []
  return {
    refusesConnections: false,
    silent: false,
    flowControlled: new Set(),
    failNext(path, failure, times = 1) {
      planned.push({ path, failure, left: times })
    },
    take(path) {
      const next = planned.find(plan => plan.path === path && plan.left > 0)
      if (next === undefined) return undefined
      next.left -= 1
      return next.failure
    },
    unused: () =>
      planned.filter(({ left }) => left > 0).map(({ path, left }) => `${left} failure(s) of ${path} were never met`),
  }
}
