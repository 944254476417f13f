import { createPlans, type Plans } from '../shared/plans.ts'

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

/** Failures are planned by method; also by `upload`, `download` and `response_url`, which are no methods but are called. */
export interface Tempers extends Plans<Failure> {
  tokensRevoked: boolean
  refusesConnections: boolean
  filesComeAfterMs: number
}

export function createTempers(): Tempers {
  return { ...createPlans<Failure>(), tokensRevoked: false, refusesConnections: false, filesComeAfterMs: 0 }
}
