import type { LocalDate } from '../../calendar/dates.ts'
import { periodOfTarget, type Target, targetKinds } from '../targets/target.ts'
import { type Praise, subjectOf } from './praise.ts'

/** A member's own target as it stands, and how far they have come. */
export interface TargetDone {
  readonly target: Target
  readonly metric: string
  readonly done: number
}

/**
 * The targets that are met, the longest first. Those of a day are left out: they are met too often to be news. The subject
 * is where a target counts and not its value, so a lower one that takes its place is not met again.
 */
export function targetsMet(targets: readonly TargetDone[], today: LocalDate): readonly Praise[] {
  return targets
    .filter(({ target, done }) => target.kind !== 'day' && target.value > 0 && done >= target.value)
    .toSorted((one, other) => targetKinds.indexOf(one.target.kind) - targetKinds.indexOf(other.target.kind))
    .flatMap(({ target, metric, done }) => {
      const { memberId, value } = target
      const period = periodOfTarget(target).key
      if (memberId === null) return []
      const deed = { rule: 'target', metric, period, value: done, wanted: value } as const
      return [{ memberId, subject: subjectOf('target', metric, period), since: today, deed }]
    })
}
