import type { LocalDate } from '../../calendar/dates.ts'
import type { Place } from '../../context.ts'
import type { Belonging } from './outsiders.ts'
import type { Membership } from './store.ts'

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
  /** Only an admin takes in people from outside. */
  | { readonly kind: 'outsider' | 'not-known-yet' }

/** What becomes of somebody who comes into a team's group or speaks there, or who asks to join. */
export function decideWelcome(membership: Membership | null, belonging: Belonging, asked: boolean): Welcome {
  if (membership?.leftOn === null) return { kind: 'member-already' }
  if (belonging === 'outside') return { kind: 'outsider' }
  if (belonging === 'unknown') return { kind: 'not-known-yet' }
  // Whose account was switched off did not leave: it works again, so they are back.
  if (membership === null || membership.leftBecause === 'switched-off') return { kind: 'join' }
  return asked ? { kind: 'rejoin' } : { kind: 'has-left', on: membership.leftOn }
}
