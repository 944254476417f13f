import type { Reach } from '../../context.ts'
import type { ConditionKind } from './condition.ts'
import type { RuleDefinition } from './rule.ts'

/** How much of what a rule listens to reaches us in a group. */
export type Audible = 'wholly' | 'partly' | 'not'

/** They count what people say to each other; what is said to us is no part of it. */
const counting: ReadonlySet<ConditionKind> = new Set(['flooding', 'repeats', 'mention-all'])

export function counts({ when }: Pick<RuleDefinition, 'when'>): boolean {
  return counting.has(when.kind)
}

/** Null reach: the platform is not connected now, so there is nothing to say against it. */
export function audible(rule: RuleDefinition, reach: Reach | null): Audible {
  const { listens } = rule
  if (reach === null || reach === 'everything') return 'wholly'
  if (reach === 'nothing' || needsTalk(rule)) return 'not'
  if (listens.to === 'for-us') return 'wholly'
  return listens.to === 'talk' ? 'not' : 'partly'
}

/**
 * What is found in talk alone: of what is sent to us nothing is counted and every report was filed; and an answer that we do
 * not hear is no neglect, or everybody would be nudged for nothing.
 */
function needsTalk(rule: RuleDefinition): boolean {
  const { when } = rule
  if (when.kind === 'report-form') return when.until === undefined
  return when.kind === 'unanswered' || counts(rule)
}

/** A group of the team, as rules see it. */
export interface Group {
  readonly id: string
  readonly platform: string
  readonly name: string | null
}

/** The groups that a rule is meant for. */
export function groupsFor(
  { listens: { channels, platforms } }: RuleDefinition,
  groups: readonly Group[],
): readonly Group[] {
  return groups.filter(
    ({ id, platform }) => (channels?.includes(id) ?? true) && (platforms?.includes(platform) ?? true),
  )
}
