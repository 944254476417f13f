import { hoursMeet } from './hours.ts'
import type { RuleDefinition } from './rule.ts'

type Listens = RuleDefinition['listens']

/** Whether one message can be heard by both. */
export function listenAlike(one: Listens, other: Listens): boolean {
  return (
    (one.to === other.to || one.to === 'all' || other.to === 'all') &&
    hoursMeet(one.hours, other.hours) &&
    share(one.channels, other.channels) &&
    share(one.roles, other.roles) &&
    share(one.platforms, other.platforms)
  )
}

/** What is left out is everything. */
function share<T>(some: readonly T[] | undefined, others: readonly T[] | undefined): boolean {
  return some === undefined || others === undefined || some.some(one => others.includes(one))
}
