import { isDeepStrictEqual } from 'node:util'
import type { RuleDefinition, RuleState } from './rule.ts'

/** A rule at a moment. */
export interface Version {
  readonly state: RuleState
  readonly definition: RuleDefinition
}

export type HeldChange =
  | { readonly kind: 'added' | 'removed'; readonly definition: RuleDefinition }
  | { readonly kind: 'changed'; readonly before: RuleDefinition; readonly definition: RuleDefinition }

/** What of it matters to all who keep the rules; null when nothing does. A trial holds for nobody yet. */
export function heldChange(before: Version | null, after: Version): HeldChange | null {
  const { definition } = after
  const held = before?.state === 'on' ? before.definition : null
  if (held === null) return after.state === 'on' ? { kind: 'added', definition } : null
  if (after.state !== 'on') return { kind: 'removed', definition: held }
  return isDeepStrictEqual(forAll(held), forAll(definition)) ? null : { kind: 'changed', before: held, definition }
}

/** That somebody is exempt is between them and whoever decided it. */
function forAll({ exempt, ...definition }: RuleDefinition) {
  return { ...definition, exempt: exempt.roles }
}
