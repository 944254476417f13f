import { createPlans, type Plans } from '../shared/plans.ts'

/** What goes wrong with a call or a frame. With `afterEffect` it is carried out first: the uncertain case. */
export type Failure = { readonly afterEffect?: true } & (
  | { readonly status: number }
  /** A refusal: HTTP 200, or an acknowledging frame, with this code. */
  | { readonly errcode: number; readonly errmsg?: string }
  /** Never answers. */
  | { readonly hang: true }
  /** Cuts the connection instead of answering. */
  | { readonly drop: true }
)

/** Failures are planned by path (`/cgi-bin/message/send`, `/files/` for whatever was sent to the bot) or by frame (`aibot_send_msg`). */
export interface Tempers extends Plans<Failure> {
  refusesConnections: boolean
  /** Connections stay open, but nothing comes out of them, not even an answer to a ping. */
  silent: boolean
  /** Whether the app's server is on the list of addresses that may call. */
  trustsAddress: boolean
  /** So long it takes until a file that was sent to the bot is given. */
  lendsAfterMs: number
}

export function createTempers(): Tempers {
  return { ...createPlans<Failure>(), refusesConnections: false, silent: false, trustsAddress: true, lendsAfterMs: 0 }
}
