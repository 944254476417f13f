import { createPlans, type Plans } from '../shared/plans.ts'

/** What goes wrong with a call. With `afterEffect` the call is carried out first: the uncertain case. */
export type Failure = { readonly afterEffect?: true } & (
  | { readonly status: number }
  /** A refusal of the new API: HTTP 400 unless told, with this code. */
  | { readonly code: string; readonly httpStatus?: number }
  /** A refusal of the old API or of a session: HTTP 200 with this code. */
  | { readonly errcode: number; readonly errmsg?: string }
  /** The address is banned for so many seconds. */
  | { readonly banned: number }
  /** Is carried out and answered, but only after so long. */
  | { readonly slowMs: number }
  /** Never answers. */
  | { readonly hang: true }
  /** Cuts the connection instead of answering. */
  | { readonly drop: true }
)

/** What goes wrong in the end. */
export type Failing = Exclude<Failure, { readonly slowMs: number }>

/** Failures are planned by path. */
export interface Tempers extends Plans<Failure> {
  refusesConnections: boolean
  /** Connections stay open, but nothing comes out of them, not even an answer to a ping. */
  silent: boolean
  /** People to whom messages are held back for now. */
  readonly flowControlled: Set<string>
}

export function createTempers(): Tempers {
  return { ...createPlans<Failure>(), refusesConnections: false, silent: false, flowControlled: new Set() }
}
