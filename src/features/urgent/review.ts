import { median } from '../../base/median.ts'
import type { Matter, Verdict } from './matter.ts'

/** How a week's urgent matters went. */
export interface Review {
  readonly raised: number
  /** From being raised until somebody took it on; null where nobody took any. */
  readonly medianMinutes: number | null
  /** The numbers of those that found nobody, though somebody may have taken them later, and of those still open. */
  readonly unanswered: readonly number[]
  readonly open: readonly number[]
  readonly calls: readonly Call[]
  /** Who raised as many critical ones as one may, and how many; members. */
  readonly eager: readonly { readonly memberId: string; readonly count: number }[]
}

/** Somebody was called in their time of rest. */
export interface Call {
  readonly memberId: string | null
  readonly matter: Matter
  readonly at: Date
  /** What managers found of it already. */
  readonly verdict: Verdict | null
}

export function reviewOf(
  matters: readonly Matter[],
  {
    unanswered,
    calls,
    most,
  }: { readonly unanswered: ReadonlySet<string>; readonly calls: readonly Call[]; readonly most: number },
): Review {
  const minutes = matters.flatMap(({ raisedAt, takenAt }) =>
    takenAt === null ? [] : [Math.round((takenAt.getTime() - raisedAt.getTime()) / 60_000)],
  )
  const numbers = (all: readonly Matter[]) => all.map(({ number }) => number)
  return {
    raised: matters.length,
    medianMinutes: minutes.length === 0 ? null : Math.round(median(minutes)),
    unanswered: numbers(matters.filter(({ id }) => unanswered.has(id))),
    open: numbers(matters.filter(({ state }) => state !== 'closed')),
    calls,
    eager: eagerOf(matters, most),
  }
}

function eagerOf(matters: readonly Matter[], most: number): Review['eager'] {
  const critical = matters.filter(({ severity }) => severity === 'critical')
  return [...Map.groupBy(critical, ({ raisedBy }) => raisedBy)]
    .map(([memberId, all]) => ({ memberId, count: all.length }))
    .filter(({ count }) => count >= most)
}
