import type { LocalDate } from '../../calendar/dates.ts'
import type { Place } from '../../context.ts'

/**
 * How to meet somebody where there is no team: greet the group once, later only remind whoever speaks; in a direct chat
 * point to the group, since a team is made from one.
 */
export type Greeting = 'greet-group' | 'remind' | 'point-to-group'

export function decideGreeting(place: Place, isFirst: boolean): Greeting {
  if (place.kind === 'direct') return 'point-to-group'
  return isFirst ? 'greet-group' : 'remind'
}

export type Welcome =
  | { readonly kind: 'join' }
  | { readonly kind: 'member-already' }
  /** They left or were removed: speaking alone does not undo that, asking to join does. */
  | { readonly kind: 'has-left'; readonly on: LocalDate }
  | { readonly kind: 'rejoin' }

/** What becomes of somebody who speaks in a team's group, or who asks to join. */
export function decideWelcome(membership: { readonly leftOn: LocalDate | null } | null, asked: boolean): Welcome {
  if (membership === null) return { kind: 'join' }
  if (membership.leftOn === null) return { kind: 'member-already' }
  return asked ? { kind: 'rejoin' } : { kind: 'has-left', on: membership.leftOn }
}
