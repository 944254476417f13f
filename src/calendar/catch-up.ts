/** What a job wants done with slots that came due while nobody was there to run them. */
export interface CatchUpPolicy {
  /** Minutes by which a slot may run late. */
  readonly grace: number
  /** Of the late slots within grace: only the newest, all in order, or none. */
  readonly missed: 'latest' | 'all' | 'skip'
}

/** What happens to one due slot, and why; `late` is whole minutes. */
export type CatchUpDecision<S> =
  | { readonly slot: S; readonly late: number; readonly run: true; readonly reason: 'on-time' | 'caught-up' }
  | {
      readonly slot: S
      readonly late: number
      readonly run: false
      readonly reason: 'too-late' | 'superseded' | 'never-late'
    }

const MINUTE_MS = 60_000

/** Decides on every slot due by `now`, oldest first; slots still to come are left out. Under a minute late is on time. */
export function catchUp<S extends { readonly at: Date }>(
  slots: readonly S[],
  now: Date,
  policy: CatchUpPolicy,
): readonly CatchUpDecision<S>[] {
  const due = slots.filter(slot => slot.at <= now).sort((a, b) => a.at.getTime() - b.at.getTime())
  const newest = due.at(-1)
  return due.map(slot => {
    const late = Math.floor((now.getTime() - slot.at.getTime()) / MINUTE_MS)
    if (late === 0) return { slot, late, run: true, reason: 'on-time' }
    if (policy.missed === 'skip') return { slot, late, run: false, reason: 'never-late' }
    if (late > policy.grace) return { slot, late, run: false, reason: 'too-late' }
    if (policy.missed === 'latest' && slot !== newest) return { slot, late, run: false, reason: 'superseded' }
    return { slot, late, run: true, reason: 'caught-up' }
  })
}
