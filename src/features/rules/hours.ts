import { isWithin } from '../nudges/quiet-hours.ts'
import type { RuleDefinition } from './rule.ts'

export type Hours = NonNullable<RuleDefinition['listens']['hours']>

/** Whether the clock shows a time of both, on some day on which both hold. Days are those on which the hours begin. */
export function hoursMeet(one: Hours | undefined, other: Hours | undefined): boolean {
  if (one === undefined || other === undefined) return true
  const sameDays = one.on === other.on || one.on === 'every-day' || other.on === 'every-day'
  // Past midnight the hours of one kind of day go on into the other kind.
  const goOn = one.to < one.from || other.to < other.from
  return (sameDays || goOn) && (isWithin(one, other.from) || isWithin(other, one.from))
}
